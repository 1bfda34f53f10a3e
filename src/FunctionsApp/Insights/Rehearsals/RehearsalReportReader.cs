using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using FluentValidation;
using FunctionsApp.Platform.Http;

namespace FunctionsApp.Insights.Rehearsals;

/// <summary>Reads reports of rehearsals.</summary>
public static class RehearsalReportReader
{
    /// <summary>The size of the largest report, in bytes of JSON.</summary>
    public const int MaxBytes = 8 * 1024 * 1024;

    static readonly DocumentHead Head = new(RehearsalReport.SchemaName, RehearsalReport.CurrentVersion);

    // A number that is left out would count as zero.
    static readonly JsonSerializerOptions Complete = new(ApiJson.Options)
    {
        RespectNullableAnnotations = true,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { RequireValues } },
    };

    /// <summary>
    /// The report, or 400 with the paths at fault. The schema and the version come first: the fields of another
    /// version mean nothing here.
    /// </summary>
    public static RequestResult<RehearsalReport> Read(byte[] json, IValidator<RehearsalReport> validator) =>
        Head.FindProblem(json) is { } problem
            ? new(null, problem)
            : RequestBody.Parse(json, validator, options: Complete);

    static void RequireValues(JsonTypeInfo info)
    {
        if (info.Kind is not JsonTypeInfoKind.Object) return;
        foreach (var property in info.Properties) property.IsRequired = !property.IsGetNullable;
    }
}
