using System.Text.Json.Nodes;
using BiAssistant.Tests.Evaluation.Generated.Asking;
using BiAssistant.Tests.Evaluation.Generated.Worlds;

namespace BiAssistant.Tests.Evaluation.Generated.Forms;

/// <summary>A condition that the business has a word for, on the row of its thing that a row belongs to; or its opposite.</summary>
internal sealed record TermMet(Term Term, bool Not) : Condition
{
    public override string Form => Not ? "not a term" : "a term";

    public override JsonObject Json => new() { ["term"] = Term.Name, ["negated"] = Not };

    public static Condition? Draw(Drawing drawing)
    {
        var terms = drawing.World.Terms.Where(term => drawing.Roots.All(root => drawing.World.Leads(root, term.Thing, null))).ToList();
        return terms.Count == 0 ? null : new TermMet(drawing.Chance.From(terms), drawing.Chance.In100(40));
    }

    public override bool? Holds(Asked asked, Row row) => Term.Meaning.Holds(asked, row) is { } holds ? holds != Not : null;
}
