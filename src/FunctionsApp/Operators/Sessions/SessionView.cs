using Community.Operators;
using FluentValidation;
using FunctionsApp.Platform.Http;

namespace FunctionsApp.Operators.Sessions;

/// <summary>The body of <c>POST /api/session</c>.</summary>
public sealed record SignInRequest(string? Token);

public sealed class SignInValidator : AbstractValidator<SignInRequest>
{
    public SignInValidator() => RuleFor(body => body.Token).Line(200);
}

/// <summary>
/// A session in HTTP responses. <c>csrfToken</c> is for the header <c>x-csrf-token</c> of every request other than
/// <c>GET</c> and <c>HEAD</c>; <c>expiresAt</c> moves with the use of the session.
/// </summary>
public sealed record SessionView(OperatorIdentity Operator, string CsrfToken, DateTimeOffset ExpiresAt)
{
    public static SessionView From(SignedInSession session) =>
        new(session.Value.Operator, CrossSiteCheck.TokenFor(session.Id), session.Value.ExpiresAt);
}
