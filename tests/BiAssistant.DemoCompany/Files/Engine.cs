namespace BiAssistant.DemoCompany.Files;

/// <summary>An engine whose files can be written.</summary>
internal enum Engine
{
    DuckDb,
    Sqlite,
}
