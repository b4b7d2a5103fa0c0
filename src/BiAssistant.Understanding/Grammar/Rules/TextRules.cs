using BiAssistant.Semantics.Queries;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Understanding.Grammar.Rules;

/// <summary>"comment contains 'breakfast'", "이름이 'Motors'로 끝나는": a text that is looked for in a field.</summary>
internal sealed class TextFilter : Rule
{
    public override (Sense Sense, double Cost)? Combine(Phrase left, Phrase right, GrammarContext context) => (left.Sense, right.Sense) switch
    {
        (TextMatchSense { After: false } match, TextSense text) => (new TextClauseSense(match.Match, text.Text, match.Negated), 0),
        (TextSense text, TextMatchSense { After: true } match) => (new TextClauseSense(match.Match, text.Text, match.Negated), 0),
        (FieldSense { Field.Type.Kind: SqlTypeKind.Text or SqlTypeKind.Unknown } field, TextClauseSense { OfName: false } clause) => Made(field, clause, context),
        (NameOfSense, TextClauseSense { OfName: false } clause) => (clause with { OfName = true }, 0),
        (EntitySense { Dataset.NameField: { Type.Kind: SqlTypeKind.Text or SqlTypeKind.Unknown } name } thing, TextClauseSense { OfName: false } clause) => Made(new FieldSense(name, thing.Via), clause, context) is { } made ? (made.Sense, 0.4) : null,
        (TextClauseSense { OfName: true } clause, EntitySense { Dataset.NameField: { Type.Kind: SqlTypeKind.Text or SqlTypeKind.Unknown } name } thing) => Made(new FieldSense(name, thing.Via), clause, context),
        (EntitySense { Dataset.NameField: { Type.Kind: SqlTypeKind.Text or SqlTypeKind.Unknown } name } thing, TextClauseSense { OfName: true } clause) => Made(new FieldSense(name, thing.Via), clause, context),
        (TextWithinSense, FieldSense { Field.Type.Kind: SqlTypeKind.Text or SqlTypeKind.Unknown } field) => (new TextPlaceSense(field), 0),
        (TextWithinSense, EntitySense { Dataset.NameField: { Type.Kind: SqlTypeKind.Text or SqlTypeKind.Unknown } name } thing) => (new TextPlaceSense(new FieldSense(name, thing.Via)), 0.2),
        (TextWithinSense, NameOfSense { Time: false }) => (new TextPlaceSense(null), 0),
        (TextClauseSense { OfName: false } clause, TextPlaceSense { Field: { } field }) => Made(field, clause, context),
        (TextClauseSense { OfName: false } clause, TextPlaceSense { Field: null }) => (clause with { OfName = true }, 0),
        (TextSense text, TextPlaceSense { Field: { } field }) => Made(field, new TextClauseSense(TextMatch.Contains, text.Text, Negated: false), context),
        (TextSense text, TextPlaceSense { Field: null }) => (new TextClauseSense(TextMatch.Contains, text.Text, Negated: false, OfName: true), 0),
        _ => null,
    };

    private static (Sense Sense, double Cost)? Made(FieldSense field, TextClauseSense clause, GrammarContext context) =>
        (new ConditionSense(new FieldText(context.Catalog.NameOf(field.Field), clause.Match, clause.Text, clause.Negated, field.Via), field.Field.Dataset, clause.Text), 0);
}
