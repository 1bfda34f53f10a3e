namespace Community.Platform;

public enum RefusalKind
{
    /// <summary>The command is wrong in every state. The client must send another one.</summary>
    Invalid,

    /// <summary>The state does not allow the command now.</summary>
    Conflict,
}

/// <summary>
/// A refused command. <paramref name="Field"/> is the JSON field of the request at fault, null when the command as a
/// whole is refused; <paramref name="Reason"/> is a sentence, or the text that follows the field's name.
/// </summary>
public sealed record Refusal(RefusalKind Kind, string? Field, string Reason)
{
    public static Refusal Invalid(string field, string reason) => new(RefusalKind.Invalid, field, reason);

    public static Refusal Conflict(string reason) => new(RefusalKind.Conflict, null, reason);
}
