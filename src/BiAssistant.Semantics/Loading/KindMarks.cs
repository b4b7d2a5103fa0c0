using BiAssistant.Semantics.Catalogs;
using BiAssistant.Sql;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Loading;

/// <summary>
/// Finds what tells a kind among the rows of its supertype: the coded value that its filter names, or one that people call the same; else a flag made for it,
/// which is true of rows that meet its filter or have a row of that kind.
/// </summary>
internal static class KindMarks
{
    public static KindMark? Of(Dataset kind, CatalogDraft draft) =>
        kind.Supertype is not { } super ? null
        : Coded(kind, super) ?? Called(kind, super) ?? (Flag(kind, super, draft) is { } flag ? new KindMark(flag, [new SqlBoolean(true)]) : null);

    /// <summary>A filter that is nothing but values of one column that is a field of the supertype.</summary>
    private static KindMark? Coded(Dataset kind, Dataset super)
    {
        var (column, values) = kind.SharesRows ? ValuesOf(kind.Filter) : default;
        return column is not null && super.Fields.FirstOrDefault(f => f is { Hidden: false, Sensitive: false } && f.Expression == column) is { } field ? new KindMark(field, values) : null;
    }

    private static (SqlColumn? Column, Seq<SqlLiteral> Values) ValuesOf(SqlExpression? filter) => filter switch
    {
        SqlBinary { Operator: SqlBinaryOperator.Equal, Left: SqlColumn column, Right: SqlLiteral value } => (column, [value]),
        SqlBinary { Operator: SqlBinaryOperator.Equal, Left: SqlLiteral value, Right: SqlColumn column } => (column, [value]),
        SqlInList { Negated: false, Operand: SqlColumn column } list when list.Items.All(v => v is SqlLiteral) => (column, list.Items.OfType<SqlLiteral>().ToSeq()),
        _ => default,
    };

    /// <summary>Kinds with a table of their own and no filter are what the supertype's code of that name says.</summary>
    private static KindMark? Called(Dataset kind, Dataset super)
    {
        if (kind.SharesRows || kind.Filter is not null)
        {
            return null;
        }

        var words = WordsOf(kind).Words.Select(w => w.Text).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var called = super.Fields.Where(f => f is { Hidden: false, Sensitive: false })
            .SelectMany(f => f.Values.Where(v => v.Label.With(v.Synonyms).Words.Any(w => words.Contains(w.Text))).Select(v => new KindMark(f, [v.Value])))
            .ToList();
        return called is [var only] ? only : null;
    }

    private static Field? Flag(Dataset kind, Dataset super, CatalogDraft draft)
    {
        if (kind is not { ToSupertype: { } up } || (kind.SharesRows ? kind.Filter : HasRow(kind, up, draft)) is not { } condition)
        {
            return null;
        }

        var name = $"is_{kind.Name}";
        while (super.FindField(name) is not null)
        {
            name += "_";
        }

        var words = WordsOf(kind);
        var flag = new Field
        {
            Dataset = super,
            Name = name,
            Expression = condition,
            Type = SqlType.Boolean,
            Hidden = true,
            Label = words,
            FilterWords = new FilterWords(words, LocalText.Empty),
        };
        super.Derived = super.Derived.Add(flag);
        return flag;
    }

    /// <summary>The column that links to the supertype, as a field of the kind; one is made where the catalog has none.</summary>
    private static SqlIsNull? HasRow(Dataset kind, ToOneStep up, CatalogDraft draft)
    {
        if (up.Columns.IsEmpty)
        {
            return null;
        }

        var column = new SqlColumn(null, up.Columns[0].Start);
        var key = kind.Fields.FirstOrDefault(f => f.Expression == column);
        if (key is null)
        {
            key = new Field { Dataset = kind, Name = $"{kind.Name}_key", Expression = column, Hidden = true };
            if (kind.FindField(key.Name) is not null)
            {
                return null;
            }

            kind.Derived = kind.Derived.Add(key);
        }

        var alone = draft.Models.SelectMany(m => m.Datasets).Count(d => d.Name == kind.Name) == 1;
        return new SqlIsNull(new SqlColumn(alone ? kind.Name : kind.Id, key.Name), Negated: true);
    }

    private static LocalText WordsOf(Dataset kind) => kind is { Entity: { } words, InheritsEntity: false }
        ? words.Singular.With(words.Plural).With(words.Synonyms)
        : kind.Label.IsEmpty ? LocalText.Of(Labels.Humanize(kind.Name)) : kind.Label;
}
