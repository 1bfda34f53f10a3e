using System.Text.Json;
using Community.Platform;
using FunctionsApp.Groups;
using FunctionsApp.Platform.Callers;
using FunctionsApp.Platform.Http;
using FunctionsApp.Platform.OpenApi;
using FunctionsApp.Transfer.Documents;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Transfer;

/// <summary>Hands the plans of the brand out.</summary>
public sealed class ExportEndpoint(PlanExporter exporter, GroupStore groups)
{
    const string FileName = "attachment; filename=\"plans.json\"";

    /// <summary>
    /// The plans that have not ended, in the order in which an import stores them. 400 for a group that does not exist
    /// or has ended, and for plans of more than 8 MiB, which no import would take.
    /// </summary>
    [Function("ExportPlans")]
    [RequiredRole(OperatorRole.Administrator)]
    [Response<PlansDocument>]
    [Query<string>("groupIds", "Ids of groups with commas: only what concerns these; all groups without it.")]
    public async Task<IResult> Export(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/export")] HttpRequest request)
    {
        var wanted = QueryFields.Text(request, "groupIds")?.Split(',');
        if (wanted is not null && await FindProblemAsync(wanted) is { } problem) return problem;
        var document = await exporter.ExportAsync(wanted?.ToHashSet(StringComparer.Ordinal));
        var json = JsonSerializer.SerializeToUtf8Bytes(document, ApiJson.Options);
        if (json.Length > PlansDocument.MaxBytes)
            return Problems.Invalid("groupIds", "must name fewer groups: the document would be larger than 8 MiB.");
        request.HttpContext.Response.Headers.ContentDisposition = FileName;
        return Results.Bytes(json, "application/json; charset=utf-8");
    }

    async Task<IResult?> FindProblemAsync(string[] wanted)
    {
        for (var i = 0; i < wanted.Length; i++)
        {
            if (await groups.LookUpAsync(wanted[i]) is not { } group)
                return Problems.Invalid($"groupIds[{i}]", $"there is no group {wanted[i]}.");
            if (!PlanSelection.GoesOn(group)) return Problems.Invalid($"groupIds[{i}]", $"{wanted[i]} has ended.");
        }

        return null;
    }
}
