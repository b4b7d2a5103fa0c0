using System.Globalization;
using System.Text.RegularExpressions;
using BiAssistant.Sql;

namespace BiAssistant.Answers.Evaluation;

/// <summary>
/// Reads a file of questions, <c>SHAPE-NAME.LANGUAGE.txt</c>: wordings of one question a line each, then what they must get. <c>=> SELECT …</c> is SQL by hand
/// (<c>=> [NAME] SELECT …</c> for another warehouse than the first), <c>?</c> a question back, <c>!</c> no number; <c>#</c> begins a comment, and after
/// <c>let live = …</c> SQL may say <c>{live}</c>.
/// </summary>
public sealed partial class QuestionFileReader
{
    private const int LongestQuestion = 20_000;

    private readonly string _file;
    private readonly SqlWords _words = new();
    private readonly List<QuestionLine> _waiting = [];
    private readonly List<QuestionBlock> _blocks = [];
    private readonly List<Issue> _issues = [];
    private readonly int _shape;
    private readonly string _language;

    private QuestionFileReader(string file, int shape, string language) => (_file, _shape, _language) = (file, shape, language);

    /// <summary>All questions of a file, or each line that cannot be read.</summary>
    /// <param name="file">Its path; the name says shape and language.</param>
    /// <param name="text">What it holds.</param>
    public static Outcome<QuestionFile> Read(string file, string text)
    {
        if (NameOfFile().Match(Path.GetFileName(file)) is not { Success: true } name)
        {
            return Outcome<QuestionFile>.Failed(new Issue("questions_name", "A file of questions is called SHAPE-NAME.LANGUAGE.txt, such as 01-totals.en.txt.") { At = new TextLocation(file, 1, 1) });
        }

        var reader = new QuestionFileReader(file, int.Parse(name.Groups["shape"].Value, CultureInfo.InvariantCulture), name.Groups["language"].Value);
        var number = 0;
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            reader.Read(line.Trim(), new TextLocation(file, ++number, 1));
        }

        reader.End();
        return reader._issues.Count > 0 ? Outcome<QuestionFile>.Failed(reader._issues.ToSeq()) : Outcome<QuestionFile>.Of(new QuestionFile(file, reader._blocks.ToSeq()));
    }

    private void Read(string line, TextLocation at)
    {
        switch (line)
        {
            case ['#', ..]:
                break;
            case "":
                End();
                break;
            case ['l', 'e', 't', ' ', .. var word]:
                End();
                Define(word, at);
                break;
            case ['=', '>', .. var rows]:
                Expect(RowsOf(rows.Trim(), at), at);
                break;
            case "?":
                Expect(ExpectedQuestionBack.Instance, at);
                break;
            case "!":
                Expect(ExpectedNoNumber.Instance, at);
                break;
            case { Length: > LongestQuestion }:
                Refuse("questions_long", $"This question has more than {LongestQuestion} characters.", at);
                break;
            default:
                _waiting.Add(new QuestionLine(line, at));
                break;
        }
    }

    private void Define(string word, TextLocation at)
    {
        var parts = word.Split('=', 2, StringSplitOptions.TrimEntries);
        if (parts is not [var name, { Length: > 0 } sql] || !SqlWords.IsName(name))
        {
            Refuse("questions_let", "A word for SQL is written as let name = SQL, its name in small letters, digits and underscores.", at);
        }
        else if (_words.Define(name, sql) is { } problem)
        {
            Refuse("questions_let", problem, at);
        }
    }

    private ExpectedRows? RowsOf(string rows, TextLocation at)
    {
        var named = InWarehouse().Match(rows);
        var (sql, problem) = _words.Spell(named.Success ? named.Groups["sql"].Value : rows);
        if (sql is not { Length: > 0 })
        {
            Refuse("questions_sql", problem ?? "Behind => stands the SQL whose rows are right.", at);
            return null;
        }

        return new ExpectedRows(named.Success ? named.Groups["name"].Value : null, sql);
    }

    private void Expect(Expectation? expectation, TextLocation at)
    {
        if (_waiting.Count == 0)
        {
            Refuse("questions_none", "No question stands before this.", at);
        }
        else if (expectation is not null)
        {
            _blocks.Add(new QuestionBlock(_shape, _language, _waiting.ToSeq(), expectation, at));
        }

        _waiting.Clear();
    }

    /// <summary>Questions that nothing is expected of would be left out without a word.</summary>
    private void End()
    {
        if (_waiting is [.., var last])
        {
            Refuse("questions_expect", "What this question must get does not follow: => SELECT …, ? or !.", last.At);
            _waiting.Clear();
        }
    }

    private void Refuse(string code, string message, TextLocation at) => _issues.Add(new Issue(code, message) { At = at with { File = _file } });

    [GeneratedRegex(@"^(?<shape>[0-9]{1,3})-.+\.(?<language>[a-z]{2})\.txt$")]
    private static partial Regex NameOfFile();

    [GeneratedRegex(@"^\[(?<name>[^\]]+)\]\s*(?<sql>.*)$")]
    private static partial Regex InWarehouse();
}

/// <summary>The questions of one file.</summary>
public sealed record QuestionFile(string Name, Seq<QuestionBlock> Blocks);
