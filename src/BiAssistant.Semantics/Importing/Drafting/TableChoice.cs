using System.Collections.Frozen;
using System.Text.RegularExpressions;
using BiAssistant.Sql;
using BiAssistant.Sql.Schemas;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Importing.Drafting;

/// <summary>Which tables of a database are worth a dataset, with which columns, under which names; what is left out is told.</summary>
internal sealed partial class TableChoice(DatabaseSchema schema, DraftOptions options)
{
    private const int FewestSharing = 3;

    private static readonly FrozenSet<string> Housekeeping =
        "schema_migrations flyway_schema_history databasechangelog databasechangeloglock alembic_version __efmigrationshistory ar_internal_metadata knex_migrations knex_migrations_lock django_migrations django_session django_content_type django_admin_log migrations spatial_ref_sys geometry_columns pgbench_history"
            .Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private readonly List<ImportRemark> _remarks = [];

    public Seq<ImportRemark> Remarks => _remarks.ToSeq();

    public Seq<DraftTable> Choose()
    {
        var kept = schema.Tables.Where(IsKept).ToList();
        var shared = SharedParts(kept.ConvertAll(t => t.Name[^1]));
        var bare = kept.CountBy(t => t.Name[^1], StringComparer.OrdinalIgnoreCase).ToDictionary(StringComparer.OrdinalIgnoreCase);
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return kept.Select(t => Drafted(t, t.Name.Count > 1 && bare[t.Name[^1]] > 1, shared, names)).OfType<DraftTable>().ToSeq();
    }

    private bool IsKept(TableSchema table)
    {
        var (shown, name) = (string.Join('.', table.Name), table.Name[^1]);
        var isNamed = !options.Scope.Tables.IsEmpty;
        if (!table.Readable)
        {
            return Left(RemarkKind.LookFirst, $"The {Kind(table)} {shown} is left out: it cannot be read over this connection.");
        }

        if (table.Columns.IsEmpty)
        {
            return Left(RemarkKind.LeftOut, $"The table {shown} is left out: it has no columns.");
        }

        if (table.Name.FirstOrDefault(part => !options.Dialect.Reaches(part)) is { } loud)
        {
            return Left(RemarkKind.LookFirst, $"The {Kind(table)} {shown} is left out: '{loud}', all in upper case, means another name to a catalog. A view under a name in lower case can be imported in its place.");
        }

        if (table.Name.Any(part => part != part.Trim() || part.Any(char.IsControl)))
        {
            return Left(RemarkKind.LookFirst, $"The {Kind(table)} \"{shown}\" is left out: its name begins or ends with a blank, or holds a control character.");
        }

        if (isNamed)
        {
            return true;
        }

        if (table.Kind == TableKind.View && schema.Tables.Any(t => t.Kind == TableKind.Table))
        {
            return Left(RemarkKind.LeftOut, $"The view {shown} is left out, so that nothing has two names: what it shows lies in tables that are imported. Name it with --tables to have it too.");
        }

        var why = Housekeeping.Contains(name.ToLowerInvariant()) ? "it belongs to a tool that looks after the database"
            : Copies().IsMatch(name) ? "its name is that of a copy or of something temporary"
            : Logs().IsMatch(name) ? "its name is that of a log"
            : null;
        return why is null || schema.Tables.Any(t => t.ForeignKeys.Any(k => k.To == table.Name) && t.Name != table.Name)
            || Left(RemarkKind.LeftOut, $"The table {shown} is left out: {why}. Name it with --tables to have it too.");
    }

    private DraftTable? Drafted(TableSchema table, bool withSchema, int shared, HashSet<string> names)
    {
        var columns = table.Columns.Where(c => IsKept(table, c)).ToSeq();
        if (columns.IsEmpty)
        {
            Left(RemarkKind.LookFirst, $"The {Kind(table)} {string.Join('.', table.Name)} is left out: none of its columns can be used.");
            return null;
        }

        var words = NameWords.OfTable(table.Name[^1], shared);
        words = withSchema ? NameWords.Of([.. NameWords.Split(table.Name[0]), .. words.Parts]) : words;
        var comment = CommentWords.Of(table.Comment);
        var one = words.IsKorean ? table.Name[^1] : EnglishNouns.Singular(words.Text);
        return new DraftTable(Without(table, columns), UniqueName.Of(Plain(withSchema ? string.Join('_', table.Name) : table.Name[^1]), names.Add), words, one, words.IsKorean ? one : EnglishNouns.Plural(one), Habits(columns), comment);
    }

    private static Seq<ColumnHabits> Habits(Seq<ColumnSchema> columns)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return columns.Select(c => ColumnHabits.Of(c) with { Field = UniqueName.Of(Plain(c.Name), names.Add) }).ToSeq();
    }

    private bool IsKept(TableSchema table, ColumnSchema column)
    {
        var shown = $"{string.Join('.', table.Name)}.{column.Name}";
        return column switch
        {
            { Readable: false } => Left(RemarkKind.LeftOut, $"The column {shown} is left out: it cannot be read over this connection."),
            { Type: null or { Kind: SqlTypeKind.Binary or SqlTypeKind.Interval } } => Left(RemarkKind.LeftOut, $"The column {shown} is left out: no question can be asked of values of the type {column.DeclaredType}."),
            _ when !options.Dialect.Reaches(column.Name) => Left(RemarkKind.LookFirst, $"The column {shown} is left out: its name, all in upper case, means another one to a catalog. A view that gives it a name in lower case can be imported in its place."),
            _ when column.Name != column.Name.Trim() || column.Name.Length == 0 || column.Name.Any(char.IsControl) => Left(RemarkKind.LookFirst, $"The column \"{shown}\" is left out: its name begins or ends with a blank, or holds a control character."),
            _ => true,
        };
    }

    /// <summary>The table with keys and links of the columns that are kept.</summary>
    private static TableSchema Without(TableSchema table, Seq<ColumnSchema> columns)
    {
        var names = columns.Select(c => c.Name).ToHashSet();
        return table with
        {
            Columns = columns,
            PrimaryKey = table.PrimaryKey.All(names.Contains) ? table.PrimaryKey : [],
            UniqueKeys = table.UniqueKeys.Where(k => k.All(names.Contains)).ToSeq(),
            ForeignKeys = table.ForeignKeys.Where(k => k.Columns.All(names.Contains)).ToSeq(),
        };
    }

    /// <summary>How many parts all names begin with: a prefix that says whose the tables are says nothing of any.</summary>
    private static int SharedParts(List<string> names)
    {
        var parts = names.ConvertAll(n => NameWords.Split(n).ToList());
        var shared = 0;
        while (parts.Count >= FewestSharing && parts.TrueForAll(p => p.Count > shared + 1 && p[shared] == parts[0][shared] && char.IsLetter(p[shared + 1][0])))
        {
            shared++;
        }

        return shared;
    }

    /// <summary>A name that a catalog can say without quotes: what is no letter, digit or underscore becomes one.</summary>
    public static string Plain(string name)
    {
        var plain = string.Concat(name.Select(c => char.IsLetterOrDigit(c) || c is '_' or '$' ? c : '_'));
        return plain.Length > 0 && char.IsDigit(plain[0]) ? $"_{plain}" : plain;
    }

    private bool Left(RemarkKind kind, string message)
    {
        _remarks.Add(new ImportRemark(kind, message));
        return false;
    }

    private static string Kind(TableSchema table) => table.Kind == TableKind.View ? "view" : "table";

    [GeneratedRegex(@"^(tmp|temp|bak|backup|bkp|zz|old|copy)_|_(tmp|temp|bak|backup|bkp|old|copy|orig)\d*$|_(19|20)\d{6}$|_bak_|^copy_of_", RegexOptions.IgnoreCase)]
    private static partial Regex Copies();

    [GeneratedRegex("(^|_)(audit|log|logs|audits|error_log)$|^(log|audit)_", RegexOptions.IgnoreCase)]
    private static partial Regex Logs();
}
