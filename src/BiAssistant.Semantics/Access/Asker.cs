using BiAssistant.Sql;

namespace BiAssistant.Semantics.Access;

/// <summary>An attribute of a person that row rules may compare with.</summary>
public sealed record UserAttribute(string Name, string Value);

/// <summary>Who asks: the role (null for nobody in particular) and attributes; what may be seen follows from this alone.</summary>
public sealed record Asker(string? Role, Seq<UserAttribute> Attributes = default)
{
    public static readonly Asker Anyone = new((string?)null);

    /// <summary>The product itself, which sees every row when it proves what a catalog claims. Told by reference: nothing that a request says can be it.</summary>
    internal static readonly Asker Product = new((string?)null);

    /// <summary>Reads <c>ROLE[,name=value…]</c>.</summary>
    public static Asker Parse(string text)
    {
        var parts = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var attributes = parts.Skip(1).Select(p => p.Split('=', 2)).Where(p => p.Length == 2).Select(p => new UserAttribute(p[0].Trim(), p[1].Trim()));
        return new Asker(parts.FirstOrDefault(), attributes.ToSeq());
    }
}
