//! The rules that come with the product: an institute starts with them, or with its own.

use sceau_domain::action::ActionKind;

/// A file of rules that comes with the product.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bundled {
    /// By which the window names it.
    pub name: &'static str,
    /// Grid, bylaws, labels or orientation.
    pub kind: ActionKind,
    /// The file.
    pub text: &'static str,
}

/// Grid, bylaws, labels and orientation, in the order in which they are published: bylaws name the colleges.
pub const BUNDLED: &[Bundled] = &[
    Bundled {
        name: "roll-call",
        kind: ActionKind::Bylaws,
        text: include_str!("../../../../../assets/bylaws/roll-call.toml"),
    },
    Bundled {
        name: "quatre-axes",
        kind: ActionKind::Grid,
        text: include_str!("../../../../../assets/grids/quatre-axes.toml"),
    },
    Bundled {
        name: "ines",
        kind: ActionKind::Labels,
        text: include_str!("../../../../../assets/labels/ines.toml"),
    },
    Bundled { name: "orientation", kind: ActionKind::Orientation, text: SHIPPED_ORIENTATION },
];

/// Where publishers may turn to, as it comes with the product.
pub const SHIPPED_ORIENTATION: &str = include_str!("../../../../../assets/orientation.toml");
