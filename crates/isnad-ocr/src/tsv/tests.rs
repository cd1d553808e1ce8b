use super::*;

#[test]
fn words_are_taken_and_the_rest_is_passed_over() {
    let answer = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n\
        1\t1\t0\t0\t0\t0\t0\t0\t2479\t300\t-1\t\n\
        5\t1\t1\t1\t1\t1\t2124\t10\t90\t47\t92.317932\t\u{200F}زيارة\u{200E}\n\
        5\t1\t1\t1\t1\t2\t10\t10\t9\t4\t95\t \n\
        Estimating resolution as 348\n\
        5\t3\t1\t1\t1\t1\t7\t10\t8\t4\t101.5\ta\tb\n\
        5\t3\t1\t1\n";
    let found = words(answer);
    let word = |picture, left, width, confidence, text: &str| Found {
        picture,
        left,
        width,
        confidence,
        text: text.to_owned(),
    };
    assert_eq!(found, [word(0, 2124, 90, 92.317_93, "زيارة"), word(2, 7, 8, 100.0, "a\tb")]);
}
