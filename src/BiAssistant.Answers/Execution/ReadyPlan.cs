using BiAssistant.Planning;
using BiAssistant.Semantics.Binding;
using BiAssistant.Semantics.Queries;
using BiAssistant.Sql;
using BiAssistant.Sql.Checks;
using BiAssistant.Sql.Tree;
using BiAssistant.Sql.Writing;

namespace BiAssistant.Answers.Execution;

/// <summary>A fragment whose text may run, in which warehouse, what its cells must be, and the tables whose state its rows depend on.</summary>
public sealed record ReadyFragment(string Name, string Warehouse, ValidatedSql Sql, Seq<FragmentColumn> Columns, Seq<Seq<string>> Tables)
{
    /// <summary>Keys that other fragments give it.</summary>
    public Seq<KeySet> Keys { get; init; }

    /// <summary>The text with those keys, once they are known; null where there are none.</summary>
    public OpenSql? Narrowed { get; init; }

    /// <summary>The text as it is shown: with the lists of keys by the column that they come from.</summary>
    public CompiledSql Shown => Narrowed is { Sql: var open }
        ? open with { Arguments = open.Arguments.Select(a => Keys.FirstOrDefault(k => k.Parameter == a.Name) is { } set ? a with { Value = new SqlText($"{set.Fragment}.{set.Column}") } : a).ToSeq() }
        : Sql.Sql;
}

/// <summary>A plan whose every text passed the gate.</summary>
/// <param name="Fragments">Independent of each other, but for keys that some of them give.</param>
/// <param name="Merge">Reads the fragments by name; null when there is one fragment and its rows are the answer's.</param>
public sealed record ReadyPlan(Seq<ReadyFragment> Fragments, ValidatedSql? Merge)
{
    /// <summary>What the merge compares.</summary>
    public Seq<MergeLookup> Lookups { get; init; }
}

/// <summary>A question that is ready to run: what it means, what it is bound to, and the texts that answer it. The same query, clock and asker give the same.</summary>
/// <param name="Canonical">What it means.</param>
/// <param name="Bound">The objects that it means.</param>
/// <param name="Plan">What runs.</param>
/// <param name="Fingerprint">A hash over meaning and texts.</param>
/// <param name="Notes">Warnings from the way here.</param>
/// <param name="PlanMs">Milliseconds from query to text.</param>
/// <param name="ValidateMs">Milliseconds at the gate.</param>
public sealed record ReadyQuery(SemanticQuery Canonical, BoundQuery Bound, ReadyPlan Plan, string Fingerprint, Seq<Issue> Notes, double PlanMs, double ValidateMs);

/// <summary>What became of a query on its way to text: ready to run, or stopped by issues, with the canonical query when it came that far.</summary>
public sealed record Compilation(ReadyQuery? Ready, SemanticQuery? Canonical, Seq<Issue> Issues);
