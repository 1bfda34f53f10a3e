namespace Community.Acquisition.Standings;

/// <summary>A sign of fraud. A credit with a signal does not count until a review accepts it.</summary>
public enum FraudSignal
{
    /// <summary>The invitee invited the inviter.</summary>
    Ring,

    /// <summary>By union id the invitee is the same person as the inviter, or as an invitee who came first.</summary>
    SecondIdentity,

    /// <summary>The invitee is one of a <see cref="Standings.Burst"/>.</summary>
    Burst,

    /// <summary>All invitees of the inviter left again after the inviter earned a reward.</summary>
    Hollow,
}
