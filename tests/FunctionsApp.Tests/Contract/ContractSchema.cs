using System.Text.Json;
using Json.Schema;

namespace FunctionsApp.Tests.Contract;

/// <summary>A schema of the description.</summary>
sealed class ContractSchema(JsonSchema schema)
{
    static readonly EvaluationOptions Quick = new() { OutputFormat = OutputFormat.Flag };
    static readonly EvaluationOptions Detailed = new() { OutputFormat = OutputFormat.List };

    /// <summary>What in the value differs from the schema; empty when nothing does.</summary>
    public string FindFaults(JsonElement value)
    {
        if (schema.Evaluate(value, Quick).IsValid) return "";
        var faults = from part in schema.Evaluate(value, Detailed).Details ?? []
                     where part.Errors is not null
                     from error in part.Errors!
                     select $"{part.InstanceLocation} {error.Value}";
        return $"{string.Join("; ", faults)} in {value}";
    }
}
