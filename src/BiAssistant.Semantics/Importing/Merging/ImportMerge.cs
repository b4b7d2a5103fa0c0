using BiAssistant.Semantics.Loading;
using BiAssistant.Sql;

namespace BiAssistant.Semantics.Importing.Merging;

/// <summary>
/// Brings a new draft into a catalog that people have edited since the last one, so that the catalog is right afterwards: what would break it is left as it was,
/// and said. A draft that brings nothing new changes no file.
/// </summary>
public sealed class ImportMerge
{
    private const int MostRounds = 60;

    private readonly CatalogCompiler _compiler = new();
    private readonly ImportGround _ground;
    private readonly ImportDraft _draft;
    private readonly Dictionary<string, string> _withheld = [];
    private readonly List<YamlText> _last = [];
    private readonly List<YamlText> _fresh = [];
    private readonly CatalogLoad _before;
    private readonly List<YamlText> _edited = [];
    private bool _takesWholeFiles = true;

    private ImportMerge(ImportGround ground, ImportDraft draft) => (_ground, _draft, _before) = (ground, draft, _compiler.Load(ground.Files));

    /// <summary>The merged catalog; fails where a file that the import has to change cannot be read, or where no part of the draft makes a right catalog.</summary>
    public static Outcome<MergedImport> Run(ImportGround ground, ImportDraft draft, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ground);
        ArgumentNullException.ThrowIfNull(draft);
        return new ImportMerge(ground, draft).Run(cancellationToken);
    }

    private Outcome<MergedImport> Run(CancellationToken cancellationToken)
    {
        if (Read() is { Count: > 0 } broken)
        {
            return Outcome<MergedImport>.Failed(broken.ToSeq());
        }

        for (var round = 0; round < MostRounds; round++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var attempt = new MergeAttempt(TakenWhole(), _last, _fresh, new MergeNotes(_withheld, _ground.LeftOut.ToHashSet()));
            if (attempt.Unfit.Count > 0)
            {
                foreach (var (change, why) in attempt.Unfit)
                {
                    _withheld[change] = why;
                }

                continue;
            }

            var load = _compiler.Load(attempt.Files(_ground.Files));
            var (breaking, losing) = (New(load, IssueSeverity.Error), New(load, IssueSeverity.Warning));
            if (_takesWholeFiles && breaking.Count + losing.Count > 0)
            {
                _takesWholeFiles = false;
                continue;
            }

            var blamed = Blame.Of(attempt, breaking, losing, _withheld.Keys);
            if (blamed.Count == 0)
            {
                return breaking.Count == 0 ? Outcome<MergedImport>.Of(Result(attempt, load)) : Outcome<MergedImport>.Failed(breaking.ToSeq());
            }

            foreach (var (change, why) in blamed)
            {
                _withheld[change] = why;
            }
        }

        return Outcome<MergedImport>.Failed(new Issue("import_does_not_fit", $"The import '{_draft.Name}' does not fit the catalog: after {MostRounds} attempts to leave out what breaks it, it is still broken."));
    }

    /// <summary>Reads every text; what is wrong with those that the import has to do with stands in its way.</summary>
    private List<Issue> Read()
    {
        var paths = _draft.Files.Concat(_ground.Last).Select(f => f.Path).ToHashSet(StringComparer.Ordinal);
        var broken = new List<Issue>();
        Read(_draft.Files.Select(f => new CatalogText(f.Path, f.Text)), _fresh, _ => true);
        Read(_ground.Last.Select(f => new CatalogText(f.Path, f.Text)), _last, _ => true);
        Read(_ground.Files, _edited, paths.Contains);
        return broken;

        void Read(IEnumerable<CatalogText> texts, List<YamlText> read, Predicate<string> matters)
        {
            foreach (var text in texts)
            {
                var issues = new IssueList();
                if (YamlText.Read(text.Name, text.Text, issues) is { } whole)
                {
                    read.Add(whole);
                }
                else if (matters(text.Name))
                {
                    broken.AddRange(issues.InOrder());
                }
            }
        }
    }

    /// <summary>
    /// The texts of the catalog, the draft's in place of those that nobody has edited since the last draft, so that they become it to the letter; only while all
    /// of the draft fits, because of such a text no part can be left out.
    /// </summary>
    private List<YamlText> TakenWhole()
    {
        if (!_takesWholeFiles)
        {
            return _edited;
        }

        var (mine, before, now) = (new CatalogElements(_edited), new CatalogElements(_last), new CatalogElements(_fresh));
        var (ofMine, ofNow) = (mine.InOrder.ToLookup(home => home.File), now.InOrder.ToLookup(home => home.File));
        return _edited.ConvertAll(text =>
            now.File(text.Name) is { } fresh && before.File(text.Name) is { } last && IsUnedited(text, last)
                && ofNow[text.Name].All(n => mine.Find(n.Key) is { } home ? home.File == text.Name : n.Key.List != "relationships" && before.Find(n.Key) is null)
                && ofMine[text.Name].All(m => now.Find(m.Key) is not { } home || home.File == text.Name)
                ? fresh
                : text);
    }

    private static bool IsUnedited(YamlText text, YamlText last) => text.Text == last.Text;

    private MergedImport Result(MergeAttempt attempt, CatalogLoad load)
    {
        var before = _ground.Files.ToDictionary(f => f.Name, f => f.Text, StringComparer.Ordinal);
        var after = attempt.Files(_ground.Files).ToDictionary(f => f.Name, f => f.Text, StringComparer.Ordinal);
        var paths = _draft.Files.Select(f => f.Path).Concat(before.Keys.Concat(after.Keys).Where(path => before.GetValueOrDefault(path) != after.GetValueOrDefault(path)));
        var files = paths.Distinct().Order(StringComparer.Ordinal)
            .Select(path => new MergedFile(path, before.GetValueOrDefault(path), after.GetValueOrDefault(path)))
            .Where(file => file.Before is not null || file.After is not null);
        var done = CatalogNews.Between(_edited, attempt.Files(_ground.Files));
        var leftOut = _withheld.Keys.Where(id => id.StartsWith('+'));
        return new MergedImport(files.ToSeq(), [.. attempt.Notes.Remarks, .. _draft.Remarks, .. done], leftOut.Order(StringComparer.Ordinal).ToSeq(), load);
    }

    /// <summary>What is wrong now and was not before, wherever it stands.</summary>
    private List<Issue> New(CatalogLoad load, IssueSeverity severity)
    {
        var known = _before.Issues.Where(i => i.Severity == severity).GroupBy(i => (i.Code, i.Message)).ToDictionary(g => g.Key, g => g.Count());
        var added = new List<Issue>();
        foreach (var issue in load.Issues.Where(i => i.Severity == severity))
        {
            var key = (issue.Code, issue.Message);
            if (known.GetValueOrDefault(key) is > 0 and var left)
            {
                known[key] = left - 1;
            }
            else
            {
                added.Add(issue);
            }
        }

        return added;
    }
}
