using Community.Platform;
using Simulation.Senders;

namespace Simulation.Runs;

/// <summary>A person with access to the app, and what is known of it.</summary>
sealed class SimulatedOperator(string id, string name, OperatorRole role)
{
    public string Id => id;

    public string Name => name;

    public OperatorRole Role => role;

    /// <summary>The role after a demotion.</summary>
    public OperatorRole LaterRole =>
        role is OperatorRole.Administrator ? OperatorRole.Operator : OperatorRole.Viewer;

    public Transition Demotion { get; } = new();

    public Transition Removal { get; } = new();

    /// <summary>All credentials, the newest last.</summary>
    public List<Credential> Credentials { get; } = [];

    public Credential Token => Credentials.FindLast(credential => !credential.IsSession)!;

    public Credential? Session => Credentials.FindLast(credential => credential.IsSession);

    /// <summary>The newest credential that does not hold any more; null while all of them hold.</summary>
    public Credential? Revoked => Credentials.FindLast(credential => credential.Revocation.HasBegun);

    /// <summary>The greatest role that the operator may have during a call.</summary>
    public OperatorRole MaxRoleIn(ApiCall call) => Demotion.End < call.SendOrder ? LaterRole : role;

    /// <summary>The smallest role that the operator may have during a call.</summary>
    public OperatorRole MinRoleIn(ApiCall call) => Demotion.Begin < call.AnswerOrder ? LaterRole : role;

    public void BeginToRevoke(long order) => Credentials.ForEach(credential => credential.Revocation.BeginAt(order));

    public void Revoke(long order) => Credentials.ForEach(credential => credential.Revocation.EndAt(order));

    /// <summary>Notes that a removal or demotion without a success was refused.</summary>
    public void Stay()
    {
        Demotion.Withdraw();
        Removal.Withdraw();
        if (!Removal.HasEnded) Token.Revocation.Withdraw();
    }
}
