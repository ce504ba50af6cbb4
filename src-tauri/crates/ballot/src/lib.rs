//! Committee key, boxes, shares.
