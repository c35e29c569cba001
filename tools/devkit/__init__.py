"""What `make` calls: sets the project up on a Debian machine and runs it there.

Standard library only, because it must run before anything is installed. Each module owns
one thing (packages of the system, Odoo's source, the virtual environment, PostgreSQL, the
databases …) and offers an `ensure_…` that does what is missing and nothing else.
"""
