using Community.Content;
using Community.Messaging.Deliveries;
using Community.Platform;
using FluentValidation;
using FunctionsApp.Acquisition.CampaignLifecycle;
using FunctionsApp.Groups;
using FunctionsApp.Platform.Http;
using FunctionsApp.Selling.Links;

namespace FunctionsApp.Content.Library;

/// <summary>
/// The body of <c>PATCH /api/content/{id}</c>. Absent fields do not change; null clears those that the creation does
/// not require. <c>acknowledgement</c> covers the findings after the edit.
/// </summary>
public sealed record EditContentRequest(
    string? By,
    Optional<string?> Kind = default,
    Optional<IReadOnlyList<string>?> Tags = default,
    Optional<IReadOnlyList<string>?> Variants = default,
    Optional<IReadOnlyList<AttachmentRequest>?> Attachments = default,
    Optional<string?> Source = default,
    Optional<DateTimeOffset?> ValidFrom = default,
    Optional<DateTimeOffset?> ValidUntil = default,
    Optional<int?> ReuseDays = default,
    Optional<ContentProductRequest?> Product = default,
    AcknowledgementRequest? Acknowledgement = null)
{
    public ContentCommand.Edit ToCommand(DateTimeOffset now) =>
        new(ToEdit(), By!, Acknowledgement?.ToAcknowledgement(), now);

    ContentEdit ToEdit() => new()
    {
        Kind = Kind.Map(name => name is null ? (ContentKind?)null : Enum.Parse<ContentKind>(name)),
        Tags = Tags,
        Variants = Variants,
        Attachments = Attachments.Map(ToAttachments),
        Source = Source,
        ValidFrom = ValidFrom,
        ValidUntil = ValidUntil,
        ReuseDays = ReuseDays,
        Product = Product.Map(product => product?.ToProduct()),
    };

    static IReadOnlyList<Attachment>? ToAttachments(IReadOnlyList<AttachmentRequest>? attachments) =>
        attachments is null ? null : [.. attachments.Select(attachment => attachment.ToAttachment())];
}

public sealed class EditContentValidator : AbstractValidator<EditContentRequest>
{
    public EditContentValidator(AllowedLinkHosts hosts)
    {
        RuleFor(edit => edit.By).Author();
        RuleFor(edit => edit.Kind).NotNullable();
        RuleFor(edit => edit.Kind.Value)
            .NameOf<EditContentRequest, ContentKind>()
            .When(edit => edit.Kind.HasValue);
        this.Tags(edit => edit.Tags.Value);
        RuleFor(edit => edit.Variants).NotNullable();
        When(edit => edit.Variants.HasValue, () => this.Variants(edit => edit.Variants.Value));
        this.Attachments(edit => edit.Attachments.Value, hosts);
        When(edit => edit.Source.HasValue, () => RuleFor(edit => edit.Source.Value).Source());
        RuleFor(edit => edit.ReuseDays.Value).ReuseDays();
        RuleFor(edit => edit.Product.Value!)
            .SetValidator(new ContentProductValidator())
            .When(edit => edit.Product.HasValue);
        RuleFor(edit => edit.Acknowledgement!)
            .SetValidator(new AcknowledgementValidator())
            .When(edit => edit.Acknowledgement is not null);
    }
}
