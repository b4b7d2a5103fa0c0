using BiAssistant.DemoCompany.Files;

namespace BiAssistant.Tests.DemoCompany.Truth;

/// <summary>Files of several engines that are written with the same rows.</summary>
internal sealed class SeveralFiles(params ITableFile[] files) : ITableFile
{
    public void Append(IEnumerable<Table> tables)
    {
        var all = tables.ToList();
        Array.ForEach(files, file => file.Append(all));
    }

    public void Complete() => Array.ForEach(files, file => file.Complete());

    public void Dispose() => Array.ForEach(files, file => file.Dispose());
}
