using BiAssistant.Sql;

namespace BiAssistant.Semantics.Format;

/// <summary>Shorthand for the tables of the format.</summary>
internal static class Shapes
{
    public static readonly FormatShape Text = new TextShape();
    public static readonly FormatShape Flag = new FlagShape();
    public static readonly FormatShape Number = new NumberShape();
    public static readonly FormatShape Words = new WordsShape();
    public static readonly FormatShape Texts = new TextsShape();
    public static readonly FormatShape Any = new AnyShape();
    public static readonly FormatShape Span = new PatternShape(@"^\s*\d{1,9}\s*[A-Za-z]+\s*$");
    public static readonly FormatShape Day = new PatternShape(@"^\s*\d{4}-\d{2}-\d{2}\s*$");

    public static FormatShape OneOf(params ReadOnlySpan<string> words) => new ChoiceShape(Seq.Create(words));

    public static FormatShape UsuallyOneOf(params ReadOnlySpan<string> words) => new ChoiceShape(Seq.Create(words), IsOpen: true);

    public static FormatShape Map(FormatElement element) => new MapShape(element);

    public static FormatShape Maps(FormatElement element) => new MapsShape(element);

    public static FormatShape Either(params ReadOnlySpan<FormatShape> shapes) => new EitherShape(Seq.Create(shapes));

    public static FormatKey Required(string name, FormatShape shape, string description) => new(name, shape, description) { IsRequired = true };

    public static FormatKey Key(string name, FormatShape shape, string description) => new(name, shape, description);

    public static FormatKey Wording(string name, FormatShape shape, string description) => new(name, shape, description) { Role = KeyRole.Wording };

    public static FormatKey Record(string name, FormatShape shape, string description) => new(name, shape, description) { Role = KeyRole.Record };
}
