using BiAssistant.Semantics.Calendars;
using BiAssistant.Sql;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Planning.Lowering;

/// <summary>Periods as rows: written out, or counted from the first where they are many.</summary>
internal static class PeriodLowering
{
    private const string Name = "periods";
    private const string Column = "period";
    private const string Digit = "digit";

    /// <summary>More rows than anyone reads in a text, and than every engine takes in one.</summary>
    private const int MostWritten = 120;

    private static readonly string[] Places = ["ones", "tens", "hundreds", "thousands"];

    /// <summary>The keys of every period, with each combination of the other keys that the inputs have.</summary>
    public static SqlSelect Keys(PeriodRows periods, Seq<string> keys, IEnumerable<string> inputs, Steps steps)
    {
        var name = steps.Share(Name, Rows(periods, steps), "every period of the answer, whether rows fall into it or not");
        var others = keys.Where(k => k != periods.Column).ToSeq();
        SqlRelation from = new SqlTable([name]);
        if (!others.IsEmpty)
        {
            var columns = others.Select(k => new SqlSelectItem(new SqlColumn(null, k))).ToSeq();
            var members = inputs.Select(SqlQuery (input) => new SqlSelect(columns, new SqlTable([input])) { Distinct = true })
                .Aggregate((left, right) => new SqlSetOperation(SqlSetOperator.Union, All: false, left, right));
            others = [steps.Add("members", members, "every other group")];
            from = new SqlJoin(SqlJoinKind.Cross, from, new SqlTable(others));
        }

        return new SqlSelect(keys.Select(k => k == periods.Column ? new SqlSelectItem(new SqlColumn(name, Column), k) : new SqlSelectItem(new SqlColumn(others[0], k))).ToSeq(), from);
    }

    private static SqlQuery Rows(PeriodRows periods, Steps steps) =>
        periods.Starts.Count > MostWritten && UnitOf(periods.Grain) is { } unit
            ? Counted(periods, unit, steps)
            : periods.Starts.Select(SqlQuery (start, index) => new SqlSelect([new SqlSelectItem(start, index == 0 ? Column : null)], null))
                .Aggregate((left, right) => new SqlSetOperation(SqlSetOperator.Union, All: true, left, right));

    /// <summary>Units of time whose periods are all one unit apart.</summary>
    private static SqlTimeUnit? UnitOf(TimeGrain grain) => grain switch
    {
        TimeGrain.Hour => SqlTimeUnit.Hour,
        TimeGrain.Day => SqlTimeUnit.Day,
        TimeGrain.Week => SqlTimeUnit.Week,
        TimeGrain.Month => SqlTimeUnit.Month,
        TimeGrain.Quarter => SqlTimeUnit.Quarter,
        TimeGrain.Year => SqlTimeUnit.Year,
        _ => null,
    };

    private static SqlSelect Counted(PeriodRows periods, SqlTimeUnit unit, Steps steps)
    {
        var digits = steps.Share("digits", Enumerable.Range(0, 10)
            .Select(SqlQuery (digit) => new SqlSelect([new SqlSelectItem(new SqlNumber(digit), digit == 0 ? Digit : null)], null))
            .Aggregate((left, right) => new SqlSetOperation(SqlSetOperator.Union, All: true, left, right)), "numbers to count periods with");
        var places = Places.Take((periods.Starts.Count - 1).ToString(System.Globalization.CultureInfo.InvariantCulture).Length).ToList();
        var number = places.Select((place, power) => power == 0 ? (SqlExpression)new SqlColumn(place, Digit) : new SqlBinary(SqlBinaryOperator.Multiply, new SqlColumn(place, Digit), new SqlNumber((decimal)Math.Pow(10, power))))
            .Aggregate((left, right) => new SqlBinary(SqlBinaryOperator.Add, left, right));
        var from = places.Select(SqlRelation (place) => new SqlTable([digits], place)).Aggregate((left, right) => new SqlJoin(SqlJoinKind.Cross, left, right));
        var start = new SqlDateAdd(unit, number, periods.Starts[0]);
        return new SqlSelect([new SqlSelectItem(unit == SqlTimeUnit.Hour ? start : new SqlCast(start, SqlType.Date), Column)], from)
        {
            Where = new SqlBinary(SqlBinaryOperator.Less, number, new SqlNumber(periods.Starts.Count)),
        };
    }
}
