using BiAssistant.Semantics.Calendars;
using UnreachableException = System.Diagnostics.UnreachableException;

namespace BiAssistant.Semantics.Queries.Json;

internal sealed partial class QueryWriter
{
    internal void Write(Grouping grouping)
    {
        json.WriteStartObject();
        switch (grouping)
        {
            case FieldGrouping field:
                json.WriteString("field", field.Field);
                WriteText("via", field.Via);
                break;
            case TimeGrouping time:
                json.WriteString("time", TimeGrains.NameOf(time.Grain));
                WriteText("field", time.Field);
                break;
            case BucketGrouping bucket:
                json.WriteString("bucket", bucket.Field);
                WriteBuckets(bucket.Buckets);
                WriteText("via", bucket.Via);
                break;
            case MeasureGrouping measure:
                WriteOptional("measure", measure.Measure, Write);
                WriteOptional("per", measure.Per, Write);
                WriteBuckets(measure.Buckets);
                break;
            case QueryGrouping nested:
                WriteOptional("query", nested.Query, Write);
                WriteText("column", nested.Column);
                WriteBuckets(nested.Buckets);
                break;
            case ColumnGrouping column:
                json.WriteString("column", column.Column);
                WriteBuckets(column.Buckets);
                break;
            default:
                throw new UnreachableException();
        }

        json.WriteEndObject();
    }

    private void WriteBuckets(Buckets? buckets)
    {
        switch (buckets)
        {
            case null:
                break;
            case BucketEdges { Edges: var edges }:
                WriteList("edges", edges, json.WriteNumberValue, evenEmpty: true);
                break;
            case BucketWidth { Width: var width, Start: var start }:
                json.WriteNumber("width", width);
                WriteNumber("start", start == 0 ? null : start);
                break;
            default:
                throw new UnreachableException();
        }
    }
}
