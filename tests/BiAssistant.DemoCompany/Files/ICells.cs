namespace BiAssistant.DemoCompany.Files;

/// <summary>Takes the cells of a table's rows one after the other, each in the way of its column's kind.</summary>
internal interface ICells
{
    void Text(string? value);

    void Whole(int? value);

    /// <summary>Money and other numbers with two digits after the point.</summary>
    void Hundredths(int? value);

    void Day(DateOnly? value);

    void Moment(DateTime? value);

    void Flag(bool? value);

    void EndRow();
}
