using BiAssistant.Answers.Evaluation;
using BiAssistant.Sql;

namespace BiAssistant.Tests.Answers.Evaluation;

public sealed class QuestionFileTests
{
    [Fact]
    public void A_file_holds_questions_in_several_wordings_and_what_they_must_get()
    {
        var file = Read(
            """
            # A shop.
            let live = sales s WHERE NOT s.is_test
            let north = {live} AND s.region = 'North'

            What was turnover?
            Turnover, please
            => SELECT SUM(s.amount) FROM {north} AND s.amount > 0

            How many visits?
            =>[visits] SELECT COUNT(*) FROM visits
            Best?
            ?

            The weather
            !
            """);

        file.Succeeded.ShouldBeTrue(string.Join("; ", file.Issues));
        var blocks = file.Value.Blocks;
        blocks.Select(block => block.Lines.Count).ShouldBe([2, 1, 1, 1]);
        blocks.ShouldAllBe(block => block.Shape == 8 && block.Language == "ko");
        blocks[0].Expectation.ShouldBe(new ExpectedRows(null, "SELECT SUM(s.amount) FROM sales s WHERE NOT s.is_test AND s.region = 'North' AND s.amount > 0"));
        blocks[0].Lines[1].ShouldBe(new QuestionLine("Turnover, please", new TextLocation("set/08-share.ko.txt", 6, 1)));
        blocks[1].Expectation.ShouldBe(new ExpectedRows("visits", "SELECT COUNT(*) FROM visits"));
        blocks[2].Expectation.ShouldBe(ExpectedQuestionBack.Instance);
        blocks[3].Expectation.ShouldBe(ExpectedNoNumber.Instance);
    }

    [Theory]
    [InlineData("Revenue?\n\n=> SELECT 1", 1, "does not follow")]
    [InlineData("Revenue?\n\n=> SELECT 1", 3, "No question stands before this.")]
    [InlineData("Revenue?", 1, "does not follow")]
    [InlineData("# nothing\n?", 2, "No question stands before this.")]
    [InlineData("Revenue?\n=> ", 2, "stands the SQL")]
    [InlineData("Revenue?\n=> [visits]", 2, "stands the SQL")]
    [InlineData("let live = a\nRevenue?\n=> SELECT {liv}", 3, "The word {liv} is not defined above. Did you mean 'live'?")]
    [InlineData("let a = {a}", 1, "The word {a} is not defined above.")]
    [InlineData("let a = 1\nlet a = 2", 2, "is defined above already")]
    [InlineData("let Live = 1", 1, "let name = SQL")]
    [InlineData("let live", 1, "let name = SQL")]
    [InlineData("Revenue?\nlet a = 1\n=> SELECT 1", 1, "does not follow")]
    public void A_line_that_cannot_be_read_is_named(string text, int line, string message)
    {
        var read = Read(text);

        read.Succeeded.ShouldBeFalse();
        read.Issues.ShouldContain(issue => issue.At == new TextLocation("set/08-share.ko.txt", line, 1) && issue.Message.Contains(message), string.Join("; ", read.Issues));
    }

    [Theory]
    [InlineData("questions.txt")]
    [InlineData("share-08.ko.txt")]
    [InlineData("08-share.txt")]
    [InlineData("08-share.korean.txt")]
    public void A_file_says_shape_and_language_by_its_name(string name) =>
        QuestionFileReader.Read(name, "Revenue?\n!").Issues[0].Message.ShouldContain("SHAPE-NAME.LANGUAGE.txt");

    [Fact]
    public void Words_that_multiply_each_other_are_refused_before_they_fill_the_memory()
    {
        var words = string.Join('\n', Enumerable.Range(1, 60).Select(i => $"let a{i} = {{a{i - 1}}} {{a{i - 1}}}"));

        Read($"let a0 = x\n{words}").Issues[0].Message.ShouldContain("400000 characters");
    }

    [Fact]
    public void SQL_that_repeats_a_long_word_in_every_line_is_refused()
    {
        var lines = string.Concat(Enumerable.Repeat("Revenue?\n=> SELECT {long}\n", 100));

        Read($"let long = {new string('x', 390_000)}\n{lines}").Issues[0].Message.ShouldContain("SQL of this file");
    }

    [Fact]
    public void A_question_that_nobody_would_type_is_named() =>
        Read($"{new string('x', 20_001)}\n!").Issues[0].Message.ShouldContain("20000 characters");

    [Fact]
    public async Task Files_are_read_from_folders_in_their_order_and_everything_wrong_is_told_at_once()
    {
        using var folder = new TemporaryFolder();
        folder.Write("set/02-top.en.txt", "Best store\n?");
        folder.Write("set/01-totals.ko.txt", "매출\n=> SELECT 1");
        folder.Write("empty/readme.md", "");
        folder.Write("bad/01-totals.en.txt", "Revenue");
        System.IO.File.WriteAllBytes(folder.File("bad/02-top.en.txt"), [0x41, 0xff]);
        System.IO.File.WriteAllBytes(folder.File("bad/03-counts.en.txt"), new byte[(4 << 20) + 1]);

        var read = await QuestionFiles.ReadAsync(["set"], folder.Path, CancellationToken.None);
        read.Value.ShouldNotBeNull().Blocks.Select(block => block.Shape).ShouldBe([1, 2]);
        read.Value.Blocks[0].At.ShouldBe(new TextLocation(Path.Combine("set", "01-totals.ko.txt"), 2, 1));
        var wrong = await QuestionFiles.ReadAsync(["bad", "empty", "missing"], folder.Path, CancellationToken.None);
        wrong.Issues.Select(issue => issue.Message).ShouldBe(
        [
            "The folder 'empty' holds no file of questions, such as 01-totals.en.txt.", "What this question must get does not follow: => SELECT …, ? or !.",
            $"The file '{Path.Combine("bad", "02-top.en.txt")}' is not UTF-8.", $"The file '{Path.Combine("bad", "03-counts.en.txt")}' has more than 4 MiB, which is the most that is read.",
            "There is no file or folder 'missing'.",
        ]);
    }

    private static Outcome<QuestionFile> Read(string text) => QuestionFileReader.Read("set/08-share.ko.txt", text);
}
