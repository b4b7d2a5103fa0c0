using BiAssistant.Sql;
using BiAssistant.Sql.Schemas;

namespace BiAssistant.Semantics.Importing.Drafting;

/// <summary>A table that becomes a dataset: its columns as habits read them, its name in the catalog and what one row is.</summary>
/// <param name="Schema">As the database says it, without the columns that no catalog can hold.</param>
/// <param name="Dataset">The name in the catalog.</param>
/// <param name="One">What one row is, in English words; those of a Korean name where it has one.</param>
/// <param name="Many">What the rows are.</param>
internal sealed record DraftTable(TableSchema Schema, string Dataset, NameWords Name, string One, string Many, Seq<ColumnHabits> Columns, CommentWords Comment)
{
    /// <summary>The table's name as a person reads it.</summary>
    public string Shown => string.Join('.', Schema.Name);

    /// <summary>The primary key, declared or guessed; empty when there is none.</summary>
    public Seq<string> Key { get; init; } = Schema.PrimaryKey;

    /// <summary>The primary key was taken from names and is not declared.</summary>
    public bool KeyIsGuessed { get; init; }

    public ColumnHabits? Find(string column) => Columns.FirstOrDefault(c => c.Column.Name == column);

    /// <summary>Whether these columns are declared to be unique, or guessed to be the primary key.</summary>
    public bool IsKey(Seq<string> columns) => (!Key.IsEmpty && Key.ToHashSet().SetEquals(columns)) || Schema.UniqueKeys.Any(k => k.ToHashSet().SetEquals(columns));
}

/// <summary>A way from many rows to one, declared by the database or guessed.</summary>
internal sealed class DraftLink(DraftTable from, Seq<string> columns, DraftTable to, Seq<string> toColumns, bool isGuessed)
{
    public DraftTable From { get; } = from;

    public Seq<string> Columns { get; } = columns;

    public DraftTable To { get; } = to;

    public Seq<string> ToColumns { get; } = toColumns;

    public bool IsGuessed { get; } = isGuessed;

    /// <summary>Rows without a parent are kept: a column may be empty, or is in some rows.</summary>
    public bool Optional { get; set; } = columns.Any(c => from.Find(c)?.Column.Nullable ?? true);

    public bool IsSelf => From.Dataset == To.Dataset;

    public string Shown => $"{From.Shown}.{(Columns.Count == 1 ? Columns[0] : $"({string.Join(", ", Columns)})")}";

    public string ShownTarget => $"{To.Shown}.{(ToColumns.Count == 1 ? ToColumns[0] : $"({string.Join(", ", ToColumns)})")}";
}
