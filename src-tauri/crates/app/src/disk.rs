//! How a desk's database is found, unlocked and opened: the part of the store that a shell needs before there is a
//! desk. A shell knows the app, not the store.

pub use sceau_store::folder::Folder;
pub use sceau_store::key::DatabaseKey;
pub use sceau_store::recovery::RecoveryCode;
pub use sceau_store::store::Store;
pub use sceau_store::unlock::{Cost, Keeping, Lock};
