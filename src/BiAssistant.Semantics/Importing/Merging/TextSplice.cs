namespace BiAssistant.Semantics.Importing.Merging;

/// <summary>Characters of a text that others take the place of, and which changes the new ones come from, at their places among the new characters.</summary>
internal sealed record TextSplice(int Start, int End, string Written, IReadOnlyList<(TextChange Change, ElementPath Path, int From, int To)> Origins)
{
    public static TextSplice Of(TextChange change, int start, int end, string written) => new(start, end, written, [(change, change.Path, 0, written.Length)]);
}
