using System.Globalization;
using System.Text.Json;
using FluentValidation;
using FunctionsApp.Platform.Http;

namespace FunctionsApp.Transfer.Documents;

/// <summary>Reads documents of plans.</summary>
public static class PlansDocumentReader
{
    static readonly string CurrentVersion = PlansDocument.CurrentVersion.ToString(CultureInfo.InvariantCulture);

    /// <summary>
    /// The document, or 400 with the paths at fault. The schema and the version come first: the fields of another
    /// version mean nothing here.
    /// </summary>
    public static RequestResult<PlansDocument> Read(byte[] json, IValidator<PlansDocument> validator) =>
        FindHeadFault(json) is var (field, reason)
            ? new(null, Problems.Invalid(field, reason))
            : RequestBody.Parse(json, validator);

    static (string Field, string Reason)? FindHeadFault(byte[] json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            if (document.RootElement.ValueKind is not JsonValueKind.Object) return null;
            return (TextOf(document.RootElement, "schema"), TextOf(document.RootElement, "version")) switch
            {
                (PlansDocument.SchemaName, null) => ("version", "is missing."),
                (PlansDocument.SchemaName, var version) when version != CurrentVersion =>
                    ("version", $"is {version}; this app reads version {CurrentVersion}."),
                (PlansDocument.SchemaName, _) => null,
                _ => ("schema", $"must be {PlansDocument.SchemaName}."),
            };
        }
        catch (JsonException)
        {
            return null;
        }
    }

    static string? TextOf(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String or JsonValueKind.Number
            ? value.ToString()
            : null;
}

/// <summary>
/// Checks a document of the current version; each of its things is checked when it is imported.
/// </summary>
public sealed class PlansDocumentValidator : AbstractValidator<PlansDocument>
{
    public PlansDocumentValidator()
    {
        RuleFor(document => document.BrandId)
            .NotNull().WithMessage("is missing.")
            .Matches(@"^[0-9a-f]{32}\z").WithMessage("must be 32 hexadecimal digits.");
        RuleForEach(document => document.Staff).NotNull().WithMessage("is missing.");
        RuleForEach(document => document.Content).NotNull().WithMessage("is missing.");
        RuleForEach(document => document.Groups).NotNull().WithMessage("is missing.");
        RuleForEach(document => document.Campaigns).NotNull().WithMessage("is missing.");
        RuleForEach(document => document.Conversions).NotNull().WithMessage("is missing.");
        RuleForEach(document => document.FlashSales).NotNull().WithMessage("is missing.");
        RuleForEach(document => document.PushPlans).NotNull().WithMessage("is missing.");
    }
}
