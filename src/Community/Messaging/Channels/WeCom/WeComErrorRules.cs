using Community.Platform.Texts;

namespace Community.Messaging.Channels.WeCom;

/// <summary>What the app does about an error of the platform.</summary>
public enum WeComErrorKind
{
    /// <summary>The platform is busy: at most <see cref="WeComErrorRules.MaxRetries"/> repeats.</summary>
    Retry,

    /// <summary>The token is no longer valid: a new one, then one repeat.</summary>
    RefreshToken,

    /// <summary>A limit on calls is reached: later.</summary>
    Wait,

    /// <summary>A person changes something in the platform's admin console.</summary>
    Configuration,

    /// <summary>The chat does not exist, or is no customer group.</summary>
    NotCustomerGroup,

    /// <summary>The person is no external contact of the sender.</summary>
    NotContact,

    /// <summary>The time for the action is over.</summary>
    TooLate,

    /// <summary>The platform does not accept the content.</summary>
    Content,

    Other,
}

/// <summary>The <c>errcode</c> of an answer decides; its <c>errmsg</c> changes without notice.</summary>
public static class WeComErrorRules
{
    /// <summary>How often a call is repeated while the platform is busy.</summary>
    public const int MaxRetries = 3;

    public static WeComErrorKind KindOf(int errcode) => errcode switch
    {
        -1 => WeComErrorKind.Retry,
        40014 or 42001 => WeComErrorKind.RefreshToken,
        45009 or 45033 => WeComErrorKind.Wait,
        40001 or 48002 or 60020 => WeComErrorKind.Configuration,
        40050 or 90500 or 90501 => WeComErrorKind.NotCustomerGroup,
        84061 => WeComErrorKind.NotContact,
        41051 => WeComErrorKind.TooLate,
        81017 => WeComErrorKind.Content,
        _ => WeComErrorKind.Other,
    };

    /// <summary>What a person does about the error, in Chinese; null where no person can help.</summary>
    public static string? AdviceOf(int errcode, Phrasebook texts) => KindOf(errcode) is WeComErrorKind.Configuration
        ? texts.Template($"wecom.error.{errcode}")
        : null;
}
