//! The commands as an author runs them.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A folder of its own for each test, removed at its end.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("coursec-{name}-{}", std::process::id()));
        fs::create_dir_all(&path).expect("a folder for the test");
        Self(path)
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn coursec(words: &[&Path]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_coursec")).args(words).output().expect("coursec runs")
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// The names and bytes of a folder's files.
fn contents(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let entries =
        fs::read_dir(folder).expect("the folder").map(|entry| entry.expect("a file").path());
    let mut files: Vec<_> = entries
        .map(|path| {
            (
                path.file_name().unwrap_or_default().to_string_lossy().into_owned(),
                fs::read(path).expect("bytes"),
            )
        })
        .collect();
    files.sort();
    files
}

/// A course with every construct.
fn library() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../authoring/tests/every")
}

#[test]
fn a_new_lesson_lacks_only_what_its_author_must_write() {
    let folder = Folder::new("new");
    let courses = folder.path("courses");
    for lesson in ["mu-01", "mu-02"] {
        let output = coursec(&[Path::new("new"), Path::new("mu"), Path::new(lesson), &courses]);
        assert!(output.status.success(), "{}", said(&output));
    }
    assert!(
        !coursec(&[Path::new("new"), Path::new("mu"), Path::new("mu-02"), &courses])
            .status
            .success()
    );
    let output = coursec(&[Path::new("check"), &courses]);
    assert_eq!(output.status.code(), Some(1));
    let said = said(&output);
    let others: Vec<&str> = said
        .lines()
        .filter(|line| line.starts_with("error") && !line.contains("still to be written"))
        .collect();
    assert!(others.is_empty() && said.contains("still to be written"), "{others:?}");
}

#[test]
fn packing_is_all_or_nothing_and_gives_the_same_bytes() {
    let folder = Folder::new("pack");
    let (first, second) = (folder.path("first"), folder.path("second"));
    let pack = |courses: &Path, out: &Path| {
        coursec(&[Path::new("pack"), courses, Path::new("--out"), out])
    };
    assert!(pack(&library(), &first).status.success());
    assert!(pack(&library(), &second).status.success());
    let packed = contents(&first);
    assert!(packed.iter().any(|(name, _)| name == "catalogue.en"));
    assert_eq!(packed, contents(&second), "the same source gives the same bytes");

    let broken = folder.path("courses");
    fs::create_dir_all(broken.join("ma")).expect("a folder");
    fs::write(broken.join("ma/course.md"), "---\nid: ma\n---\n").expect("a file");
    let output = pack(&broken, &first);
    assert_eq!(output.status.code(), Some(1), "{}", said(&output));
    assert_eq!(packed, contents(&first), "earlier packs stay");
    let third = folder.path("third");
    assert_eq!(pack(&broken, &third).status.code(), Some(1));
    assert!(!third.exists(), "nothing is half-written");
}

#[test]
fn a_folder_with_other_files_is_not_replaced() {
    let folder = Folder::new("stranger");
    let out = folder.path("out");
    fs::create_dir_all(&out).expect("a folder");
    fs::write(out.join("letter.txt"), "dear").expect("a file");
    let output = coursec(&[Path::new("pack"), &library(), Path::new("--out"), &out]);
    assert!(!output.status.success());
    assert_eq!(contents(&out), [("letter.txt".to_owned(), b"dear".to_vec())]);
}

#[test]
fn a_mistake_is_shown_with_its_place() {
    let folder = Folder::new("place");
    let courses = folder.path("courses");
    fs::create_dir_all(courses.join("ma")).expect("a folder");
    fs::write(
        courses.join("ma/course.md"),
        "---\nid: ma\ntitle: M\nlanguage: en\nsubject: math\n---\n",
    )
    .expect("a file");
    let output = coursec(&[Path::new("check"), &courses]);
    assert!(said(&output).contains("course.md:5:10"), "{}", said(&output));
    assert!(said(&output).contains("`math` is no subject"));
}

#[test]
fn a_lesson_can_be_read_as_a_sheet() {
    let output = coursec(&[Path::new("preview"), &library().join("ma/ma-01.md")]);
    let path = String::from_utf8_lossy(&output.stdout).trim().to_owned();
    let sheet = fs::read_to_string(&path).expect("the sheet");
    assert!(sheet.contains("Everything once") && sheet.contains("<svg"), "{}", said(&output));
}

#[test]
fn a_picture_is_drawn_with_fewer_points() {
    let folder = Folder::new("simplify");
    let file = folder.path("dot.svg");
    let dot = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><path fill="#f00" d="M4 4h8l.01.01v8h-8z"/></svg>"##;
    fs::write(&file, dot).expect("written");
    assert!(coursec(&[Path::new("simplify"), &file]).status.success());
    let small = fs::read_to_string(&file).expect("still there");
    assert!(small.contains("M16 16L48 16L48 48L16 48Z"), "{small}");
    fs::write(&file, "<svg").expect("written");
    let output = coursec(&[Path::new("simplify"), &file]);
    assert!(!output.status.success());
    assert!(said(&output).contains("this is no SVG"), "{}", said(&output));
}
