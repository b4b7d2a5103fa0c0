using BiAssistant.Sql;

namespace BiAssistant.Semantics.Format;

/// <summary>What may stand under a key.</summary>
internal abstract record FormatShape
{
    private protected FormatShape()
    {
    }
}

/// <summary>One text; a number or a truth value is taken as it is written.</summary>
internal sealed record TextShape : FormatShape;

/// <summary>One text of a form, as a regular expression.</summary>
internal sealed record PatternShape(string Pattern) : FormatShape;

/// <summary>true or false.</summary>
internal sealed record FlagShape : FormatShape;

internal sealed record NumberShape : FormatShape;

/// <summary>One of a few words; <paramref name="IsOpen"/> where another text has a meaning too.</summary>
internal sealed record ChoiceShape(Seq<string> Words, bool IsOpen = false) : FormatShape;

/// <summary>What people read: a text, a list of texts, or a map by language of either.</summary>
internal sealed record WordsShape : FormatShape;

/// <summary>A list of texts, or one.</summary>
internal sealed record TextsShape : FormatShape;

/// <summary>A list of lists of texts.</summary>
internal sealed record ListsShape : FormatShape;

/// <summary>Keys and values.</summary>
internal sealed record MapShape(FormatElement Element) : FormatShape;

/// <summary>A list of keys and values, or one.</summary>
internal sealed record MapsShape(FormatElement Element) : FormatShape;

/// <summary>A list, or one, of texts and of keys and values.</summary>
internal sealed record TextsOrMapsShape(FormatElement Element) : FormatShape;

/// <summary>Any of these.</summary>
internal sealed record EitherShape(Seq<FormatShape> Shapes) : FormatShape;

/// <summary>Anything; what it means is no matter of the format.</summary>
internal sealed record AnyShape : FormatShape;
