using System.Globalization;
using BiAssistant.Answers;

namespace BiAssistant.Web.Text;

/// <summary>Says that the data is a demonstration and where its clock stands.</summary>
public sealed class DemoNotice(PipelineOptions options)
{
    /// <summary>Null when the data is real.</summary>
    public string? In(string language) => options is { Demo: true, Clock: { } clock }
        ? string.Format(CultureInfo.InvariantCulture, language == "ko" ? "데모 데이터 · 기준일 {0:yyyy-MM-dd}" : "Demo data · today is {0:yyyy-MM-dd}", clock)
        : null;
}
