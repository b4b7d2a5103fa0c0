using BiAssistant.Tests.Evaluation.RowByRow;
using BiAssistant.Tests.Evaluation.RowByRow.Measures;

namespace BiAssistant.Tests.Evaluation.ByHand;

/// <summary>Far-off values left out or brought nearer.</summary>
public sealed class OutlierFigures
{
    /// <summary>Quartiles 2 and 4, so the bounds at one and a half times their distance are -1 and 7. Mean 22; squared distances 441 + 400 + 361 + 324 + 6084 = 7610, a quarter of it 1902.5.</summary>
    private static readonly Table Entries = Ledger.Of(("2024-01-01", "a", 1), ("2024-01-02", "a", 2), ("2024-02-01", "b", 3), ("2024-02-02", "b", 4), ("2024-02-03", "b", 100));

    [Theory]
    [InlineData(false, 10)]
    [InlineData(true, 17)]
    public void By_quartiles_100_is_left_out_or_counts_as_7(bool cap, decimal figure) => Sum(FarOff.Iqr, 1.5m, cap).Ever().ShouldBe(figure);

    [Fact]
    public void By_standard_deviations_100_is_left_out() => Sum(FarOff.ZScore, 1, cap: false).Ever().ShouldBe(10);

    [Fact]
    public void By_standard_deviations_100_counts_as_the_bound() =>
        Sum(FarOff.ZScore, 1, cap: true).Ever().ShouldNotBeNull().ShouldBe(32 + (decimal)Math.Sqrt(1902.5), 1e-9m);

    [Fact]
    public void By_percentiles_both_ends_move_to_their_bounds() // the 0.1 lies at 1.4, the 0.9 at 4 + 0.6 × 96 = 61.6
    {
        Sum(FarOff.Percentile, 0.9m, cap: true).Ever().ShouldBe(1.4m + 2 + 3 + 4 + 61.6m);
        Sum(FarOff.Percentile, 0.9m, cap: false).Ever().ShouldBe(9);
    }

    [Fact]
    public void The_bounds_are_those_of_all_rows_of_the_metric_whatever_is_asked() // of 3, 4 and 100 alone none would be far off
    {
        Sum(FarOff.Iqr, 1.5m, cap: true).Over("2024-02-01", "2024-03-01").ShouldBe(14);
        Sum(FarOff.Iqr, 1.5m, cap: true).In(new Cell(Ledger.On("2024-12-31"), Span.Always) { Asked = [Condition.Is(Ledger.Kind, "b")] }).ShouldBe(14);
    }

    [Fact]
    public void A_metrics_own_filter_makes_other_bounds() // 3, 4, 100: quartiles 3.5 and 52, the bounds far outside
        => new Filtered(Sum(FarOff.Iqr, 1.5m, cap: true), Condition.Is(Ledger.Kind, "b")).Ever().ShouldBe(107);

    private static Aggregate Sum(FarOff method, decimal limit, bool cap) => Ledger.Sum(Entries) with { Outliers = new Outliers(method, limit, cap) };
}
