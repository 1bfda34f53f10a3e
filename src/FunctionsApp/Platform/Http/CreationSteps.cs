using FluentValidation;
using FunctionsApp.Platform.Storage;
using Microsoft.AspNetCore.Http;

namespace FunctionsApp.Platform.Http;

/// <summary>A valid body, the id of the document to create and the fingerprint to store with it.</summary>
public sealed record CreationRequest<TBody>(TBody Body, string Id, string Fingerprint);

/// <summary>The stored document, or the problem that prevents the creation. Exactly one of the two is set.</summary>
public sealed record CreationResult<TState>(bool IsNew, Stored<TState>? Document, IResult? Problem);

/// <summary>Makes creation results.</summary>
public static class CreationResult
{
    public static CreationResult<TState> From<TState>((bool IsNew, Stored<TState> Document) created) =>
        new(created.IsNew, created.Document, Problem: null);

    public static CreationResult<TState> Refuse<TState>(IResult problem) => new(IsNew: false, Document: null, problem);
}

/// <summary>The steps in which one create endpoint differs from another, in the order in which they run.</summary>
public sealed record CreationSteps<TBody, TState, TView>
{
    /// <summary>The name of the function, which is part of the scope of an <c>Idempotency-Key</c>.</summary>
    public required string Operation { get; init; }

    /// <summary>The values of the route, which are part of the scope of an <c>Idempotency-Key</c> too.</summary>
    public IReadOnlyList<string> RouteValues { get; init; } = [];

    public required IValidator<TBody> Validator { get; init; }

    /// <summary>The id that the body chooses; null when it chooses none.</summary>
    public required Func<TBody, string?> ChosenId { get; init; }

    /// <summary>
    /// Checks the body against the stored state and stores the document, or finds the document of that id.
    /// </summary>
    public required Func<CreationRequest<TBody>, Task<CreationResult<TState>>> CreateAsync { get; init; }

    /// <summary>
    /// Starts what serves the document. It runs for a new document and for a repeat, because the first request may have
    /// failed before this step; it does not run when the id belongs to another request.
    /// </summary>
    public Func<TState, Task> FollowAsync { get; init; } = _ => Task.CompletedTask;

    public required Func<TState, Task<TView>> ViewAsync { get; init; }

    /// <summary>The path of the document, for the header <c>Location</c>.</summary>
    public required Func<TState, string> Location { get; init; }
}
