//! The rules that come with the product: an institute starts with them, or with its own.

use sceau_domain::action::ActionKind;

/// A file of rules that comes with the product.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bundled {
    /// By which the window names it.
    pub name: &'static str,
    /// Grid, bylaws or labels.
    pub kind: ActionKind,
    /// The file.
    pub text: &'static str,
}

/// Grid, bylaws and labels, in the order in which they are published: bylaws name the colleges.
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
];
