using System.Collections.Immutable;
using Merlon.Core.Identity;
using Merlon.Core.Outcomes;
using Merlon.Server.Apis.Wire;
using Microsoft.AspNetCore.Http;

namespace Merlon.Server.Apis.Qwiet;

/// <summary>Qwiet API, access tokens (docs/apis/qwiet.md).</summary>
static class TokenRoutes
{
    public static void Map(ApiRoutes api)
    {
        api.Get("/orgs/{org}/tokens", List).Needs(Scope.TokensList).Asks(QueryReader.KeysOf(TokenQuery.Read));
        api.Post("/orgs/{org}/tokens", Create).Needs(Scope.TokensCreate);
        api.Delete("/orgs/{org}/tokens/{token}", Delete).Needs(Scope.TokensDelete);
    }

    static Task<ApiResult<Answer<ImmutableArray<TokenWire>>>> List(OrgId org, HttpRequest request, Tokens tokens, Caller caller, CancellationToken ct) =>
        TokenQuery.Read(request.Query).Then(query => tokens.List(query.ShowExpired, query.Kind, caller, ct)).ToApi(all => Answer.Of(TokenWire.From(all)));

    static Task<ApiResult<Answer<NewTokenWire>>> Create(OrgId org, Body<TokenDraftWire> body, Tokens tokens, Caller caller, CancellationToken ct) =>
        body.Value.Read().Then(draft => tokens.Create(draft, caller, ct)).ToApi(issued => Answer.Of(NewTokenWire.From(issued)));

    static Task<ApiResult<Answer>> Delete(OrgId org, GuidId token, Tokens tokens, Caller caller, CancellationToken ct) => tokens.Revoke(token.Value, caller, ct).ToApi(Answer.Done);
}

/// <summary>A token without its value, which is shown once.</summary>
sealed record TokenWire(Guid Id, string Label, string? Description, Guid? RoleId, string TokenType, DateTimeOffset? ExpiresAt)
{
    public static TokenWire From(AccessToken token) => new(token.Id, token.Label, token.Description, token.RoleId, token.Kind, token.ExpiresAt);

    public static ImmutableArray<TokenWire> From(IEnumerable<AccessToken> tokens) => [.. tokens.Select(From)];
}

/// <summary>A token just made: the only answer that shows its value.</summary>
sealed record NewTokenWire(Guid Id, string Label, string? Description, Guid? RoleId, string TokenType, DateTimeOffset? ExpiresAt, string Value)
{
    public static NewTokenWire From(IssuedToken issued) => new(issued.Token.Id, issued.Token.Label, issued.Token.Description, issued.Token.RoleId, issued.Token.Kind, issued.Token.ExpiresAt, issued.Bearer);

    /// <summary>Leaves the value out.</summary>
    public override string ToString() => $"NewTokenWire {{ {Label} }}";
}

/// <summary>The body of a creation.</summary>
sealed record TokenDraftWire(string? Label, string? Description, string? RoleId, string? TokenType, long? ValidForSeconds)
{
    private const long LongestSeconds = 315_360_000;

    public Task<Outcome<TokenDraft>> Read() => Task.FromResult(Draft());

    private Outcome<TokenDraft> Draft()
    {
        var errors = ImmutableArray.CreateBuilder<FieldError>();
        if (string.IsNullOrWhiteSpace(Label)) errors.Add(new("label", "required"));
        var role = BuiltInRoles.Find(RoleId ?? "", ApiName.Qwiet);
        if (role is not { ForTokens: true }) errors.Add(new("role_id", string.IsNullOrEmpty(RoleId) ? "required" : "No token role has this id; the roles operation lists them."));
        if (TokenType is not (null or "" or "access" or "integration")) errors.Add(new("token_type", $"'{TokenType}' is not one of access, integration."));
        if (ValidForSeconds is <= 0 or > LongestSeconds) errors.Add(new("valid_for_seconds", $"Must be from 1 to {LongestSeconds}."));
        if (errors.Count > 0) return new Refusal.Invalid(errors.ToImmutable());
        return new TokenDraft(Label!, ApiName.Qwiet)
        {
            Role = role!.Id,
            Description = Description,
            Kind = TokenType is { Length: > 0 } kind ? kind : "access",
            ValidFor = ValidForSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
        };
    }
}

/// <summary>The query of a list of tokens.</summary>
sealed record TokenQuery(bool ShowExpired, string? Kind)
{
    public static Task<Outcome<TokenQuery>> Read(IQueryCollection keys) => QueryReader.Read(keys, Read);

    public static TokenQuery Read(QueryReader reader)
    {
        var kind = reader.One("token_type") is { } text && text is not ("access" or "integration") ? reader.Wrong<string?>("token_type", text, "one of access, integration", null) : reader.One("token_type");
        return new(reader.Flag("show_expired"), kind);
    }
}
