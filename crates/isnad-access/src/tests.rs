use super::*;

/// The whole matrix as a text that a lawyer can read; a change of it is a change of who sees what.
#[test]
fn the_permission_matrix_is_the_one_under_review() {
    let mut matrix = String::from("role    take-in  public internal restricted sealed\n");
    for role in Role::ALL {
        let grant = Grant::new(PrincipalId([0; 10]), role);
        let cells: Vec<_> = Sensitivity::ALL
            .into_iter()
            .map(|label| if release(Sealed::new(label, ()), &grant).is_some() { "yes" } else { "-" })
            .collect();
        matrix.push_str(&format!(
            "{:<7} {:<8} {:<6} {:<8} {:<10} {}\n",
            role.code(),
            if role.may_take_in() { "yes" } else { "-" },
            cells[0],
            cells[1],
            cells[2],
            cells[3]
        ));
    }
    assert_eq!(matrix, include_str!("tests/matrix.txt"));
}

#[test]
fn the_filter_of_a_search_is_the_same_rule() {
    for role in Role::ALL {
        let grant = Grant::new(PrincipalId([0; 10]), role);
        for label in Sensitivity::ALL {
            assert_eq!(grant.labels().any(|l| l == label), grant.covers(label), "{role:?} {label:?}");
        }
    }
}

#[test]
fn a_sealed_value_does_not_print() {
    assert_eq!(format!("{:?}", Sealed::new(Sensitivity::Public, "أحمد")), "[sealed]");
}
