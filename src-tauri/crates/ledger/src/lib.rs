//! Records: bytes in, bytes out.
