using BiAssistant.Semantics.DataChecks;
using BiAssistant.Semantics.Loading;
using BiAssistant.Sql;
using BiAssistant.Sql.Schemas;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Importing.Drafting;

/// <summary>
/// A model drafted from what a database says of its tables. First it holds everything that names and types suggest; what the rows say then decides which keys and links
/// stay, and what is a flag or a time. The same schema and the same answers give the same draft.
/// </summary>
public sealed class DatabaseDraft
{
    private readonly DraftOptions _options;
    private readonly Seq<DraftTable> _tables;
    private readonly Dictionary<string, DraftTable> _byDataset;
    private readonly DraftLinks _links;
    private readonly Seq<ImportRemark> _choice;

    public DatabaseDraft(DatabaseSchema schema, DraftOptions options)
    {
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        var choice = new TableChoice(schema, options);
        _tables = choice.Choose().Select(KeyGuesses.Of).ToSeq();
        _choice = choice.Remarks;
        _byDataset = _tables.ToDictionary(t => t.Dataset);
        var byName = _tables.ToDictionary(t => t.Schema.Name);
        var declared = _tables.SelectMany(t => Declared(t, byName)).ToList();
        var guesses = new LinkGuesses(_tables);
        _links = new DraftLinks([.. declared, .. _tables.SelectMany(t => guesses.Of(t, declared))], _tables);
        foreach (var guess in _links.All.Where(l => l.IsGuessed))
        {
            guess.Optional = false;
        }
    }

    /// <summary>The tables that are drafted.</summary>
    public Seq<TableSchema> Tables => _tables.Select(t => t.Schema).ToSeq();

    /// <summary>What the draft would know of a table's columns.</summary>
    public Seq<ColumnQuestion> QuestionsOf(TableSchema table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return table.Columns.Select(ColumnHabits.Of).Select(c => new ColumnQuestion(c.Column.Name, AsksValues(c), AsksTime(c), _options.TypesAreHints && c.Kind == SqlTypeKind.Unknown))
            .Where(q => q.Values || q.Time || q.Type || (table.Columns.First(c => c.Name == q.Column) is var column && ColumnHabits.Of(column).MarksDeleted))
            .ToSeq();
    }

    /// <summary>The catalog with every guess in it, for its claims to be put to the data.</summary>
    public CatalogText Candidate(SchemaProfile profile) => new(Path, DraftYaml.Write(new DatasetDrafts(_tables, _links, profile, _options).Model()));

    /// <summary>Whether a claim of that catalog needs the data's word: it is a guess, or the engine does not hold what is declared.</summary>
    public bool IsInDoubt(DataClaim claim) => claim switch
    {
        KeyClaim { Origin: KeyOrigin.Primary or KeyOrigin.PointedTo } key => !_options.EnforcesKeys || TableOf(key.Keyed.Name) is { KeyIsGuessed: true } or { Schema.Kind: TableKind.View },
        KeyClaim => !_options.EnforcesKeys,
        ParentClaim parent => !_options.EnforcesKeys || _links.Find(parent.Way.Name) is { IsGuessed: true },
        _ => false,
    };

    /// <summary>The draft that the data bears out.</summary>
    public ImportDraft Finish(SchemaProfile profile, Seq<ClaimAnswer> answers)
    {
        ArgumentNullException.ThrowIfNull(profile);
        var proofs = new DraftProofs(_tables, _links, answers);
        var (tables, links) = (proofs.Tables, new DraftLinks(proofs.Links, proofs.Tables));
        var drafts = new DatasetDrafts(tables, links, profile, _options);
        var text = DraftYaml.Write(drafts.Model());
        return new ImportDraft(_options.Name, [new DraftFile(Path, text)], [.. proofs.Remarks, .. drafts.Remarks, .. _choice, .. Unclear(tables), .. Summary(tables, links)]);
    }

    private string Path => $"semantic-models/{_options.Name}.yml";

    private static IEnumerable<DraftLink> Declared(DraftTable table, Dictionary<Seq<string>, DraftTable> tables) => table.Schema.ForeignKeys
        .Select(key => (Key: key, To: tables.GetValueOrDefault(key.To)))
        .Where(k => k.To is not null && k.Key.ToColumns.All(c => k.To.Find(c) is not null))
        .Select(k => new DraftLink(table, k.Key.Columns, k.To!, k.Key.ToColumns, isGuessed: false));

    private bool AsksValues(ColumnHabits column) => column.Column.Values.IsEmpty && !column.IsPersonal && !IsUuid(column) && (
        ((column.IsText || column.IsWhole) && (column.LooksLikeFlag || column.LooksLikeCode))
        || (column.IsText && IsShort(column.Column.DeclaredType))
        || (_options.TypesAreHints && column.Kind is SqlTypeKind.Boolean or SqlTypeKind.Unknown));

    private bool AsksTime(ColumnHabits column) => _options.TypesAreHints && (column.IsTime || (column.LooksLikeTime && (column.IsText || column.IsWhole || column.Kind == SqlTypeKind.Unknown)));

    private static bool IsUuid(ColumnHabits column) => column.Column.DeclaredType.Equals("uuid", StringComparison.OrdinalIgnoreCase);

    private static bool IsShort(string declared) => declared.EndsWith("(1)", StringComparison.Ordinal) || declared.EndsWith("(2)", StringComparison.Ordinal) || declared.EndsWith("(3)", StringComparison.Ordinal);

    private DraftTable? TableOf(string dataset) => _byDataset.GetValueOrDefault(dataset);

    /// <summary>Short forms in names that may mean several things.</summary>
    private static IEnumerable<ImportRemark> Unclear(Seq<DraftTable> tables) => tables
        .SelectMany(t => t.Columns.Select(c => (c.Name, Shown: $"{t.Shown}.{c.Column.Name}")).Prepend((t.Name, t.Shown)))
        .SelectMany(n => n.Name.Parts.Where(p => Abbreviations.MeaningsOf(p) is not null).Distinct().Select(p => (Part: p, n.Shown)))
        .GroupBy(u => u.Part)
        .Select(g => new ImportRemark(RemarkKind.Guessed, $"'{g.Key}' may be {Abbreviations.MeaningsOf(g.Key)} and is left as it is in {string.Join(", ", g.Select(u => u.Shown).Distinct().Take(4))}{(g.Select(u => u.Shown).Distinct().Count() > 4 ? " and elsewhere" : "")}: a 'label' says what is meant."));

    private static IEnumerable<ImportRemark> Summary(Seq<DraftTable> tables, DraftLinks links)
    {
        var guessed = links.All.Count(l => l.IsGuessed);
        yield return new ImportRemark(
            RemarkKind.Done,
            string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Count(tables.Count, "table")} with {Count(tables.Sum(t => t.Columns.Count), "column")}, {Count(links.All.Count - guessed, "declared link")} and {Count(guessed, "guessed one")}."));
        if (!tables.IsEmpty)
        {
            yield return new ImportRemark(RemarkKind.LeftOut, "A database does not say its time zone or its business year: 'time_zone' and 'calendar' of the model do.");
        }
    }

    private static string Count(int number, string what) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{number:#,##0} {what}{(number == 1 ? "" : "s")}");
}
