using Community.Messaging.Deliveries;
using FluentValidation;
using FunctionsApp.Platform.Http;

namespace FunctionsApp.Content.Sending;

/// <summary>
/// The body of <c>POST /api/content/{id}/test-send</c>; <c>variant</c> is the number of the text, 1 by default.
/// </summary>
public sealed record ContentTestSendRequest(string? GroupId, int? Variant = null);

public sealed class ContentTestSendValidator : AbstractValidator<ContentTestSendRequest>
{
    public ContentTestSendValidator()
    {
        RuleFor(send => send.GroupId).NeededId();
        RuleFor(send => send.Variant).GreaterThanOrEqualTo(1).WithMessage("must be 1 or more.");
    }
}

/// <summary>A test send in HTTP responses; <c>GET /api/deliveries</c> shows it under the key.</summary>
public sealed record ContentTestSendView(
    string DeliveryKey,
    string ContentId,
    string GroupId,
    int Variant,
    string Text,
    IReadOnlyList<Attachment> Attachments,
    DeliveryState State,
    string? TaskId);
