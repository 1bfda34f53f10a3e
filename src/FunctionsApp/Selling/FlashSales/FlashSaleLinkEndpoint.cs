using Community.Selling.FlashSales;
using Community.Selling.Offers;
using FluentValidation;
using FunctionsApp.Platform.Http;
using FunctionsApp.Platform.OpenApi;
using FunctionsApp.Selling.Links;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Selling.FlashSales;

/// <summary>
/// The body of <c>POST /api/flash-sales/{id}/links</c>. <c>wave</c> counts from 1; when absent, the link leads to the
/// page of the latest wave that was sent, else of the first that has one.
/// </summary>
public sealed record FlashSaleLinkRequest(string? GroupId, string? MemberId, int? Wave = null);

/// <summary>Links of single members to the pages of a flash sale.</summary>
public sealed class FlashSaleLinkEndpoint(
    FlashSaleStore sales, MemberLinkService links, IValidator<FlashSaleLinkRequest> validator)
{
    /// <inheritdoc cref="MemberLinkService.CreateAsync" />
    [Function("CreateFlashSaleLink")]
    [Request<FlashSaleLinkRequest>, Response<MemberLinkView>(201), Response<MemberLinkView>]
    public async Task<IResult> Create(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/flash-sales/{id}/links")] HttpRequest request,
        string id)
    {
        var (body, problem) = await RequestBody.ReadAsync(request, validator);
        if (problem is not null) return problem;
        if (await sales.FindAsync(id) is not { Value: var sale }) return FlashSaleEndpoints.NotFound(id);
        if (sale.FindUrl(body!.Wave) is not { } url) return NoPage(body.Wave, sale);
        var offer = new MemberLinkOffer(
            new OfferReference(OfferKind.FlashSale, id), sale.GroupIds, url, sale.LinkBase);
        return await links.CreateAsync(request.HttpContext.Response, offer, body.GroupId!, body.MemberId!);
    }

    static IResult NoPage(int? wave, FlashSale sale) => Problems.Invalid(
        "wave",
        wave > sale.Waves.Count ? $"must be 1 to {sale.Waves.Count}." : "has no url that a link could lead to.");
}

public sealed class FlashSaleLinkValidator : AbstractValidator<FlashSaleLinkRequest>
{
    public FlashSaleLinkValidator()
    {
        RuleFor(body => body.GroupId).NeededId();
        RuleFor(body => body.MemberId).ChannelKey();
        RuleFor(body => body.Wave).GreaterThanOrEqualTo(1).WithMessage("must be 1 or more.");
    }
}
