using BiAssistant.Tests.Evaluation.RowByRow;

namespace BiAssistant.Tests.Evaluation.Library;

/// <summary>A lending library of four branches over two years, its rows drawn by a seed: the world that <c>library.yml</c> describes.</summary>
internal sealed class LibraryWorld
{
    private static readonly string[] Genres = ["crime", "poetry", "travel"];

    /// <summary>Days on which something usually goes wrong.</summary>
    private static readonly string[] Edges = ["2022-12-31", "2023-01-01", "2023-02-28", "2023-12-31", "2024-01-01", "2024-02-29", "2024-03-31", "2024-04-01", "2024-11-15", "2024-11-16", "2024-12-31"];

    private static readonly DateTime First = Day.Of("2022-12-01");
    private static readonly DateTime Last = Day.Of("2024-12-31");

    private readonly Random _random;

    public LibraryWorld(int seed)
    {
        _random = new Random(seed);
        foreach (var table in new[] { Loans, Visits, ShelfCounts, Memberships, Budgets })
        {
            table.LinkTo("branch", "branch_id", Branches, "branch_id");
            Region.From(table, row => row.To("branch")?["region"]);
        }

        foreach (var table in new[] { Loans, Visits, Memberships })
        {
            table.LinkTo("member", "member_id", Members, "member_id");
            Tier.From(table, row => row.To("member")?["tier"]);
        }

        Branches.With(1, "North").With(2, "North").With(3, "South").With(4, null);
        for (var member = 1; member <= 12; member++)
        {
            Members.With(member, Any("gold", "basic", "basic", null));
        }

        Fill();
    }

    public Dimension Region { get; } = new("branches.region");

    public Dimension Tier { get; } = new("members.tier");

    public Table Branches { get; } = new("branches", ["branch_id", "region"]);

    public Table Members { get; } = new("members", ["member_id", "tier"]);

    public Table Loans { get; } = new("loans", ["loan_id", "branch_id", "member_id", "loaned_on", "returned_on", "genre", "fee", "pages", "status"])
    {
        Clock = row => row.Time("loaned_on"),
        Filter = row => row.Text("status") is { } status && status != "void",
    };

    public Table Visits { get; } = new("visits", ["visit_id", "branch_id", "member_id", "entered_at", "minutes"]) { Clock = row => row.Time("entered_at") };

    public Table ShelfCounts { get; } = new("shelf_counts", ["branch_id", "genre", "counted_on", "copies"]) { Clock = row => row.Time("counted_on") };

    public Table Memberships { get; } = new("memberships", ["membership_id", "branch_id", "member_id", "from_day", "to_day", "price"]) { Clock = row => row.Time("from_day") };

    public Table Budgets { get; } = new("budgets", ["branch_id", "month", "amount"]) { Clock = row => row.Time("month") };

    public IReadOnlyList<Table> Tables => [Branches, Members, Loans, Visits, ShelfCounts, Memberships, Budgets];

    private void Fill()
    {
        for (var loan = 1; loan <= 70; loan++)
        {
            var day = loan <= Edges.Length ? Day.Of(Edges[loan - 1]) : AnyDay();
            Loans.With(
                loan, Branch(), Any<object?>(Member(), Member(), Member(), null), day, Any<DateTime?>(day.AddDays(_random.Next(60)), null), Any(Genres), Any(Money(20), Money(20), Money(20), Money(200), null),
                _random.Next(40, 900), Any("kept", "kept", "kept", "void"));
        }

        for (var visit = 1; visit <= 70; visit++)
        {
            var day = visit <= Edges.Length ? Day.Of(Edges[visit - 1]) : AnyDay();
            Visits.With(visit, Branch(), Member(), day.AddHours(Any(0, 9, 12, 23)).AddMinutes(Any(0, 30, 59)), _random.Next(5, 240));
        }

        for (var month = First; month <= Last; month = month.AddMonths(1))
        {
            Count(month.AddDays(_random.Next(27)));
            if (_random.Next(3) > 0)
            {
                Count(month.AddMonths(1).AddDays(-1));
            }

            for (var branch = 1; branch <= 4; branch++)
            {
                if (_random.Next(5) > 0)
                {
                    Budgets.With(branch, month, Money(60));
                }
            }
        }

        for (var membership = 1; membership <= 40; membership++)
        {
            var from = AnyDay();
            Memberships.With(membership, Branch(), Member(), from, Any<DateTime?>(from.AddDays(_random.Next(400)), null), Money(30));
        }
    }

    /// <summary>A few shelves of a few branches on one day, and often none of a branch.</summary>
    private void Count(DateTime day)
    {
        foreach (var (branch, genre) in from branch in Enumerable.Range(1, 4) from genre in Genres select (branch, genre))
        {
            if (_random.Next(3) == 0 && ShelfCounts.Stored.All(row => row.Time("counted_on") != day || row.Number("branch_id") != branch || row.Text("genre") != genre))
            {
                ShelfCounts.With(branch, genre, day, _random.Next(1, 500));
            }
        }
    }

    private int Branch() => _random.Next(1, 5);

    private int Member() => _random.Next(1, 13);

    private decimal? Money(int upTo) => _random.Next(1, upTo * 100) / 100m;

    private DateTime AnyDay() => First.AddDays(_random.Next((int)(Last - First).TotalDays + 1));

    private T Any<T>(params T[] choices) => choices[_random.Next(choices.Length)];
}
