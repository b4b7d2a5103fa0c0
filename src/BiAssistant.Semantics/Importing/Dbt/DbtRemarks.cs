using BiAssistant.Sql;

namespace BiAssistant.Semantics.Importing.Dbt;

/// <summary>Gathers what a person should know of the import of a dbt project, each thing once.</summary>
internal sealed class DbtRemarks
{
    private readonly List<(ImportRemark Remark, TextLocation? At)> _remarks = [];

    public void LookFirst(string message, TextLocation? at = null) => Add(RemarkKind.LookFirst, message, at);

    public void Guessed(string message, TextLocation? at = null) => Add(RemarkKind.Guessed, message, at);

    public void LeftOut(string message, TextLocation? at = null) => Add(RemarkKind.LeftOut, message, at);

    public void Done(string message) => Add(RemarkKind.Done, message, null);

    /// <summary>What reading found wrong with the project's own files.</summary>
    public void Wrong(IEnumerable<Issue> issues)
    {
        foreach (var issue in issues)
        {
            Add(issue.Severity == IssueSeverity.Error ? RemarkKind.LookFirst : RemarkKind.Guessed, issue.Message, issue.At);
        }
    }

    /// <summary>By kind, then by place.</summary>
    public Seq<ImportRemark> InOrder() => _remarks
        .OrderBy(said => said.Remark.Kind)
        .ThenBy(said => said.At?.File, StringComparer.Ordinal)
        .ThenBy(said => said.At?.Line)
        .Select(said => said.Remark)
        .Distinct()
        .ToSeq();

    private void Add(RemarkKind kind, string message, TextLocation? at) =>
        _remarks.Add((new ImportRemark(kind, message, at is null ? null : $"{at.File}:{at.Line}"), at));
}
