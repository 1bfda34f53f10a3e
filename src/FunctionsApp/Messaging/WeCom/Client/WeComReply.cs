using Community.Messaging.Channels.WeCom;

namespace FunctionsApp.Messaging.WeCom.Client;

/// <summary>The outcome of a call.</summary>
public abstract record WeComReply<T>
{
    WeComReply()
    {
    }

    /// <summary>The platform did what was asked.</summary>
    public sealed record Success(T Value) : WeComReply<T>;

    /// <summary>The platform did nothing; <paramref name="Code"/> is its <c>errcode</c>.</summary>
    public sealed record Refused(WeComErrorKind Kind, int Code) : WeComReply<T>;

    /// <summary>The platform was not reached, or there was no token, so that it did nothing.</summary>
    public sealed record NotSent : WeComReply<T>;

    /// <summary>
    /// There was no answer that can be read. The platform may have done it, unless the call only reads.
    /// </summary>
    public sealed record Unanswered : WeComReply<T>;

    /// <summary>The reply with its value mapped.</summary>
    public WeComReply<TOther> Map<TOther>(Func<T, TOther> map) => this switch
    {
        Success success => new WeComReply<TOther>.Success(map(success.Value)),
        Refused refused => new WeComReply<TOther>.Refused(refused.Kind, refused.Code),
        NotSent => new WeComReply<TOther>.NotSent(),
        _ => new WeComReply<TOther>.Unanswered(),
    };
}

/// <summary>The value of a call that returns none.</summary>
public sealed record Done;
