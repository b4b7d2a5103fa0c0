using BiAssistant.Sql;
using BiAssistant.Sql.Checks;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.DataChecks;

/// <summary>Rows matched with the keys of other datasets: each key once, so that no row is counted twice whatever the data holds.</summary>
internal static class LinkCheck
{
    /// <summary>Rows of one dataset that find no row of another by these columns.</summary>
    /// <param name="claim">What they disprove.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="columns">Where they point from.</param>
    /// <param name="others">What they point to.</param>
    /// <param name="otherColumns">What they are found by.</param>
    /// <param name="shown">The columns that tell a row that finds none; empty where they may not be shown.</param>
    public static DataCheck Missing(DataClaim claim, CheckedRows rows, Seq<string> columns, CheckedRows others, Seq<string> otherColumns, Seq<string> shown)
    {
        var own = rows.Columns(columns);
        var known = Known(own, others, otherColumns, "known_keys");
        var counts = rows.Select([CheckTrees.AllRows, CheckTrees.Counted(known.Missing, CheckColumns.Wrong), CheckTrees.Counted(CheckTrees.AnyEmpty(own), CheckColumns.Empty)], [known]);
        var keys = rows.Columns(shown);
        var lost = CheckTrees.And(known.Missing, new SqlUnary(SqlUnaryOperator.Not, CheckTrees.AnyEmpty(own)));
        var sample = keys.IsEmpty ? null : rows.Select(CheckTrees.Keys(keys), [known]) is var some ? CheckTrees.FirstFew(some with { Where = CheckTrees.And(some.Where, lost) }) : null;
        return new DataCheck(claim, rows.Dataset.Model.Warehouse, counts, sample, Together(rows, [others]));
    }

    /// <summary>Rows to which none or several of the ways apply: a way applies where its row is found.</summary>
    public static DataCheck NotOne(OneOfClaim claim, CheckedRows rows, Seq<CheckedRows> others)
    {
        var known = claim.Ways.Select((way, i) => Known(rows.Columns(way.FromColumns), others[i], way.ToColumns, $"known_keys_{i + 1}")).ToSeq();
        var applying = known
            .Select(k => (SqlExpression)new SqlCase(null, [new SqlWhen(k.Missing, new SqlNumber(0))], new SqlNumber(1)))
            .Aggregate((left, right) => new SqlBinary(SqlBinaryOperator.Add, left, right));
        var wrong = new SqlBinary(SqlBinaryOperator.NotEqual, applying, new SqlNumber(1));
        var none = known.Select(k => k.Missing).Aggregate(CheckTrees.And);
        var counts = rows.Select([CheckTrees.AllRows, CheckTrees.Counted(wrong, CheckColumns.Wrong), CheckTrees.Counted(none, CheckColumns.Empty)], known);
        return new DataCheck(claim, rows.Dataset.Model.Warehouse, counts, Sample: null, Together(rows, others));
    }

    private static KnownKeys Known(Seq<SqlExpression> own, CheckedRows others, Seq<string> columns, string alias)
    {
        var keys = others.Columns(columns);
        var on = own.Select((column, i) => (SqlExpression)new SqlBinary(SqlBinaryOperator.Equal, column, new SqlColumn(alias, CheckTrees.KeyName(i)))).ToSeq();
        return new KnownKeys(new SqlDerivedTable(others.Select(CheckTrees.Keys(keys)) with { Distinct = true }, alias), Binding.Predicates.All(on));
    }

    private static SqlAllowList Together(CheckedRows rows, Seq<CheckedRows> others) => SqlAllowList.Of(others.SelectMany(o => o.Reads).Concat(rows.Reads));
}
