namespace BiAssistant.DemoCompany.Files;

/// <summary>A warehouse that is being written: the tables come cluster by cluster, and the first cluster makes them.</summary>
internal interface ITableFile : IDisposable
{
    void Append(IEnumerable<Table> tables);

    /// <summary>Ends the writing; without it the file is not whole.</summary>
    void Complete();
}
