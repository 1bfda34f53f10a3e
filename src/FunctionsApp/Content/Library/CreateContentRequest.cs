using Community.Content;
using FluentValidation;
using FunctionsApp.Acquisition.CampaignLifecycle;
using FunctionsApp.Groups;
using FunctionsApp.Platform.Http;
using FunctionsApp.Selling.Links;

namespace FunctionsApp.Content.Library;

/// <summary>
/// The body of <c>POST /api/content</c>. Defaults: no tags, attachments, source and product, valid at any time, reused
/// after 30 days.
/// </summary>
public record CreateContentRequest(
    string? Id,
    string? Kind,
    IReadOnlyList<string>? Tags,
    IReadOnlyList<string>? Variants,
    IReadOnlyList<AttachmentRequest>? Attachments,
    string? Source,
    string? Author,
    DateTimeOffset? ValidFrom = null,
    DateTimeOffset? ValidUntil = null,
    int? ReuseDays = null,
    ContentProductRequest? Product = null,
    AcknowledgementRequest? Acknowledgement = null)
{
    public ContentItem ToItem(string id, string linkBase, DateTimeOffset now) => ContentRules.Create(
        id, ToBody(), Author!, Acknowledgement?.ToAcknowledgement(), linkBase, now);

    ContentBody ToBody() => new(
        Enum.Parse<ContentKind>(Kind!),
        Tags ?? [],
        Variants!,
        [.. (Attachments ?? []).Select(attachment => attachment.ToAttachment())],
        Source,
        ValidFrom,
        ValidUntil,
        ReuseDays ?? ContentBody.DefaultReuseDays,
        Product?.ToProduct());
}

public sealed class CreateContentValidator : AbstractValidator<CreateContentRequest>
{
    public CreateContentValidator(AllowedLinkHosts hosts)
    {
        RuleFor(item => item.Id).ChosenId();
        RuleFor(item => item.Kind).NameOf<CreateContentRequest, ContentKind>();
        this.Tags(item => item.Tags);
        this.Variants(item => item.Variants);
        this.Attachments(item => item.Attachments, hosts);
        When(item => item.Source is not null, () => RuleFor(item => item.Source).Source());
        RuleFor(item => item.Author).Author();
        RuleFor(item => item.ReuseDays).ReuseDays();
        RuleFor(item => item.Product!)
            .SetValidator(new ContentProductValidator())
            .When(item => item.Product is not null);
        RuleFor(item => item.Acknowledgement!)
            .SetValidator(new AcknowledgementValidator())
            .When(item => item.Acknowledgement is not null);
    }
}
