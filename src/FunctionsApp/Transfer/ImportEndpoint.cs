using Community.Platform;
using Community.Transfer;
using FluentValidation;
using FunctionsApp.Platform.Callers;
using FunctionsApp.Platform.Http;
using FunctionsApp.Platform.OpenApi;
using FunctionsApp.Transfer.Documents;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace FunctionsApp.Transfer;

/// <summary>Takes the plans of a brand in.</summary>
public sealed class ImportEndpoint(PlanImporter importer, IValidator<PlansDocument> validator, PublicAddress address)
{
    const string DefaultAuthor = "import";

    /// <summary>
    /// What the import did, or would do as a dry run, with each thing of the document: 200 even when things are
    /// refused. 400 for a document of another schema or version and for one that cannot be read, 413 for one of more
    /// than 8 MiB.
    /// </summary>
    [Function("ImportPlans")]
    [RequiredRole(OperatorRole.Administrator)]
    [Request<PlansDocument>, Response<PlanImportReport>]
    [Query<bool>("dryRun", "False stores the things; true, the default, only compares them.")]
    [Query<bool>("overwrite", "True writes over things that differ; false, the default, refuses them.")]
    public async Task<IResult> Import(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/import")] HttpRequest request,
        [DurableClient] DurableTaskClient durable)
    {
        if (!QueryFields.TryReadFlag(request, "dryRun", out var isDryRun)) return QueryFields.NoFlag("dryRun");
        if (!QueryFields.TryReadFlag(request, "overwrite", out var overwrites)) return QueryFields.NoFlag("overwrite");
        if (!request.HasJsonContentType()) return RequestBody.NotJson;
        if (await RequestBody.ReadBytesAsync(request, PlansDocument.MaxBytes) is not { } bytes)
            return Problems.BodyTooLarge(PlansDocument.MaxBytes);
        var (document, problem) = PlansDocumentReader.Read(bytes, validator);
        if (problem is not null) return problem;
        var wanted = new ImportRequest(
            document!,
            new ImportMode(isDryRun ?? true, overwrites ?? false),
            request.HttpContext.GetCaller()?.Name ?? DefaultAuthor,
            address.Absolute(request, "/l/"));
        return ApiJson.Json(await importer.ImportAsync(wanted, durable));
    }
}
