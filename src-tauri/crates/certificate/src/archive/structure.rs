//! The structure tree: what each piece of the pages means, in reading order.

use super::{ArchiveError, rectangle, text_string};
use crate::layout::canvas::{Canvas, Child, Element, Role};
use lopdf::{Dictionary, Document, Object, ObjectId, dictionary};

/// Adds the tree and the parent tree; returns the root. `seal`: the visible signature field, where there is one.
pub(super) fn tree(
    document: &mut Document,
    canvas: &Canvas,
    pages: &[ObjectId],
    seal: Option<ObjectId>,
) -> Result<ObjectId, ArchiveError> {
    let root = document.new_object_id();
    let ids: Vec<ObjectId> = canvas.elements.iter().map(|_| document.new_object_id()).collect();
    let missing = || ArchiveError::Document("the structure names something that is not there".into());
    for (index, (element, id)) in canvas.elements.iter().zip(&ids).enumerate() {
        let parent = match element.parent {
            Some(parent) => *ids.get(parent).ok_or_else(missing)?,
            None => root,
        };
        let mut children = Vec::with_capacity(element.children.len());
        for child in &element.children {
            children.push(match child {
                Child::Element(child) => Object::Reference(*ids.get(*child).ok_or_else(missing)?),
                Child::Content { page, mcid } => Object::Dictionary(dictionary! {
                    "Type" => "MCR",
                    "Pg" => Object::Reference(*pages.get(*page).ok_or_else(missing)?),
                    "MCID" => i64::try_from(*mcid).unwrap_or(i64::MAX),
                }),
            });
        }
        if let Some(seal) = seal.filter(|_| index == canvas.seal_element && element.role == Role::Form) {
            let page = *pages.get(canvas.seal.0).ok_or_else(missing)?;
            children.push(Object::Dictionary(dictionary! {
                "Type" => "OBJR",
                "Pg" => Object::Reference(page),
                "Obj" => Object::Reference(seal),
            }));
        }
        document.set_object(*id, describe(element, parent, children));
    }
    let mut numbers = Vec::new();
    for (index, page) in canvas.pages.iter().enumerate() {
        let owners = page
            .contents
            .iter()
            .map(|element| ids.get(*element).map(|id| Object::Reference(*id)).ok_or_else(missing))
            .collect::<Result<Vec<_>, _>>()?;
        numbers.push(i64::try_from(index).unwrap_or(i64::MAX).into());
        numbers.push(Object::Array(owners));
    }
    if seal.is_some() {
        numbers.push(i64::try_from(pages.len()).unwrap_or(i64::MAX).into());
        numbers.push(Object::Reference(*ids.get(canvas.seal_element).ok_or_else(missing)?));
    }
    let parents = document.add_object(dictionary! { "Nums" => numbers });
    let top = *ids.first().ok_or_else(missing)?;
    document.set_object(
        root,
        dictionary! {
            "Type" => "StructTreeRoot",
            "K" => vec![Object::Reference(top)],
            "ParentTree" => Object::Reference(parents),
            "ParentTreeNextKey" => i64::try_from(pages.len()).unwrap_or(i64::MAX).saturating_add(1),
        },
    );
    Ok(root)
}

fn describe(element: &Element, parent: ObjectId, children: Vec<Object>) -> Dictionary {
    let mut out = dictionary! {
        "Type" => "StructElem",
        "S" => element.role.tag(),
        "P" => Object::Reference(parent),
        "K" => children,
    };
    if let Some(language) = element.language {
        out.set("Lang", Object::string_literal(language.tag()));
    }
    if let Some(alt) = &element.alt {
        out.set("Alt", text_string(alt));
    }
    match (element.role, element.area) {
        (Role::Figure, Some((_, area))) => {
            out.set("A", dictionary! { "O" => "Layout", "Placement" => "Block", "BBox" => rectangle(area) });
        }
        (Role::RowHead, _) => out.set("A", dictionary! { "O" => "Table", "Scope" => "Row" }),
        (Role::List, _) => out.set("A", dictionary! { "O" => "List", "ListNumbering" => "Disc" }),
        _ => {}
    }
    out
}
