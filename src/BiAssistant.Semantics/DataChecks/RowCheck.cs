using System.Diagnostics;
using BiAssistant.Semantics.Catalogs;
using BiAssistant.Sql;
using BiAssistant.Sql.Checks;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.DataChecks;

/// <summary>Rows that disprove a check of the catalog. A row that has nothing there disproves none but the check that it has something.</summary>
internal static class RowCheck
{
    /// <param name="claim">The check.</param>
    /// <param name="rows">Its rows.</param>
    /// <param name="shown">Fields whose values may be shown; the check's own when they tell what is wrong.</param>
    public static DataCheck Of(RowClaim claim, CheckedRows rows, Func<Seq<Field>, bool> shown) => claim.Check switch
    {
        UniqueCheck unique when Fields(claim, unique.Fields) is var fields =>
            KeyCheck.Of(claim, rows, fields.Select(rows.Field).ToSeq(), shown(fields)),
        NotNullCheck check when Fields(claim, check.Fields) is [var field, ..] => Counted(claim, rows, Nothing(rows, field), [], empty: null),
        AcceptedValuesCheck check when Fields(claim, [check.Field]) is [var field, ..] =>
            Counted(claim, rows, Outside(rows, field, new SqlInList(rows.Field(field), check.Values.Select(v => (SqlExpression)v).ToSeq(), Negated: true)), shown([field]) ? [rows.Field(field)] : [], Nothing(rows, field)),
        RangeCheck check when Fields(claim, [check.Field]) is [var field, ..] =>
            Counted(claim, rows, Outside(rows, field, Beyond(rows.Field(field), check)), shown([field]) ? [rows.Field(field)] : [], Nothing(rows, field)),
        CustomCheck check => Counted(claim, rows, new SqlUnary(SqlUnaryOperator.Not, rows.Logical(check.Predicate)), Keys(claim, rows, shown), empty: null),
        var other => throw new UnreachableException(other.GetType().Name),
    };

    private static DataCheck Counted(RowClaim claim, CheckedRows rows, SqlExpression wrong, Seq<SqlExpression> shown, SqlExpression? empty)
    {
        var items = new[] { CheckTrees.AllRows, CheckTrees.Counted(wrong, CheckColumns.Wrong) }.Concat(empty is null ? [] : [CheckTrees.Counted(empty, CheckColumns.Empty)]).ToSeq();
        var sample = shown.IsEmpty ? null : rows.Select(CheckTrees.Keys(shown)) is var some ? CheckTrees.FirstFew(some with { Where = CheckTrees.And(some.Where, wrong) }) : null;
        return new DataCheck(claim, rows.Dataset.Model.Warehouse, rows.Select(items), sample, SqlAllowList.Of(rows.Reads));
    }

    /// <summary>What counts as empty: null, and the values that the catalog says are none.</summary>
    private static SqlExpression Nothing(CheckedRows rows, Field field)
    {
        SqlExpression none = new SqlIsNull(rows.Field(field));
        return field.NullValues.IsEmpty
            ? none
            : new SqlBinary(SqlBinaryOperator.Or, none, new SqlInList(rows.Field(field), field.NullValues.Select(v => (SqlExpression)v).ToSeq()));
    }

    private static SqlBinary Outside(CheckedRows rows, Field field, SqlExpression wrong) =>
        new(SqlBinaryOperator.And, new SqlUnary(SqlUnaryOperator.Not, Nothing(rows, field)), wrong);

    private static SqlExpression Beyond(SqlExpression value, RangeCheck check)
    {
        Seq<SqlExpression> beyond =
        [
            .. check.Min is { } min ? [new SqlBinary(SqlBinaryOperator.Less, value, min)] : Seq<SqlExpression>.Empty,
            .. check.Max is { } max ? [new SqlBinary(SqlBinaryOperator.Greater, value, max)] : Seq<SqlExpression>.Empty,
        ];
        return beyond.IsEmpty ? new SqlBoolean(false) : Binding.Predicates.Any(beyond);
    }

    /// <summary>The primary key tells which rows break a rule of several fields.</summary>
    private static Seq<SqlExpression> Keys(RowClaim claim, CheckedRows rows, Func<Seq<Field>, bool> shown)
    {
        var key = claim.Dataset.PrimaryKey;
        return shown(ClaimedColumns.FieldsOver(claim.Dataset, key)) ? rows.Columns(key) : [];
    }

    private static Seq<Field> Fields(RowClaim claim, Seq<string> names) => names.Select(claim.Dataset.FindField).OfType<Field>().ToSeq();
}
