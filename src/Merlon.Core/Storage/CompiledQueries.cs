using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Merlon.Core.Storage;

/// <summary>
/// Queries that nearly every request asks, compiled once. EF Core binds a compiled query to one model, and a process may talk to more than one
/// database: hence one set for each model.
/// </summary>
/// <typeparam name="T">A class whose properties are made by <c>EF.CompileAsyncQuery</c>. Each names the tenant itself where it reads a tenant's rows.</typeparam>
internal sealed class CompiledQueries<T> where T : class, new()
{
    private readonly ConditionalWeakTable<IModel, T> _sets = [];

    /// <summary>The set for the database of this context.</summary>
    public T For(MerlonDb db) => _sets.GetValue(db.Model, static _ => new T());
}
