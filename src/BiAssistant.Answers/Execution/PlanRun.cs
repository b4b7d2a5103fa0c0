using BiAssistant.Sql;
using BiAssistant.Warehouses;

namespace BiAssistant.Answers.Execution;

/// <summary>The rows of a plan, and what each of its texts gave: those of the fragments in their order, then the merge's where there is one.</summary>
public sealed record PlanRun(ResultTable Table, Seq<TextRun> Texts);

/// <summary>What became of one text that ran. It differs from run to run, so it is no part of what equal answers have in common.</summary>
/// <param name="Rows">How many rows it gave.</param>
/// <param name="Milliseconds">From handing it over until all of its rows were there, waiting for a place and further tries included.</param>
public sealed record TextRun(long Rows, double Milliseconds);
